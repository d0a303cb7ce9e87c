package org.diaodu.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.domain.ConfidentialityStatus;
import org.diaodu.domain.ObservationStatus;

/**
 * How SQL reads what is for the public of the tables that hold figures as they arrived. Of what is
 * computed nothing else is stored: no figure that is hidden goes into it.
 *
 * @param source how SQL reads every row of a table; empty where there is no such table yet
 */
record PublicSource(Function<Table, Optional<String>> source) {
  private static final String NOT_SHOWN = "'（不公开）'";

  private static final List<String> KEY =
      List.of("indicator", "ref_area", "freq", "time_period", "accumulation", "measure");

  /** What stands in place of the columns of a hidden figure. */
  private static final Map<String, String> OF_OBSERVATIONS =
      Map.of(
          "obs_value", "CAST(NULL AS DECIMAL(18,6))",
          "obs_decimals", "CAST(NULL AS INT)",
          "obs_status", "'" + ObservationStatus.Q + "'",
          "raw_text", NOT_SHOWN,
          "note", "CAST(NULL AS STRING)");

  private static final Map<String, String> OF_QUARANTINE =
      Map.of(
          "raw_text", NOT_SHOWN,
          "found", NOT_SHOWN,
          "expected", NOT_SHOWN,
          "message", NOT_SHOWN);

  String of(Table table) {
    return switch (table) {
      case OBSERVATIONS ->
          "(SELECT %s FROM %s)".formatted(columns(table, OF_OBSERVATIONS), observations());
      case QUARANTINE ->
          "(SELECT %s FROM %s)".formatted(columns(table, OF_QUARANTINE), quarantine());
      default -> every(table);
    };
  }

  /** Every observation, and whether it is hidden: by itself, or as a figure that is. */
  private String observations() {
    String open =
        "(o.conf_status IS NULL OR o.conf_status = '%s') AND o.obs_status <> '%s'"
            .formatted(ConfidentialityStatus.F, ObservationStatus.Q);
    return source
        .apply(Table.SUPPRESSIONS)
        .map(
            suppressions ->
                "(SELECT o.*, s.is_hidden IS NOT NULL OR NOT (%s) AS is_hidden FROM %s AS o LEFT JOIN (SELECT %s, true AS is_hidden FROM %s) AS s ON %s)"
                    .formatted(
                        open,
                        every(Table.OBSERVATIONS),
                        String.join(", ", KEY),
                        suppressions,
                        KEY.stream()
                            .map(name -> "o.%1$s = s.%1$s".formatted(name))
                            .collect(Collectors.joining(" AND "))))
        .orElse(
            "(SELECT o.*, NOT (%s) AS is_hidden FROM %s AS o)"
                .formatted(open, every(Table.OBSERVATIONS)));
  }

  /** What was found of cells, and whether a hidden figure stands there: in a text on that line. */
  private String quarantine() {
    return "(SELECT q.*, h.source_sha256 IS NOT NULL AS is_hidden FROM %s AS q LEFT JOIN (SELECT DISTINCT source_sha256, %s AS place FROM %s WHERE is_hidden) AS h ON q.source_sha256 = h.source_sha256 AND %s = h.place)"
        .formatted(
            every(Table.QUARANTINE), place("source_cell"), observations(), place("q.source_cell"));
  }

  private static String place(String cell) {
    return "if(%1$s RLIKE '^[0-9]+:[0-9]+$', substring_index(%1$s, ':', 1), %1$s)".formatted(cell);
  }

  private String every(Table table) {
    return source.apply(table).orElseThrow();
  }

  private static String columns(Table table, Map<String, String> hidden) {
    return ContractReader.read(table).columnNames().stream()
        .map(
            name ->
                hidden.containsKey(name)
                    ? "if(is_hidden, %s, %s) AS %s".formatted(hidden.get(name), name, name)
                    : name)
        .collect(Collectors.joining(", "));
  }
}
