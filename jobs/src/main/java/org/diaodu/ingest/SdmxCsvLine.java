package org.diaodu.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.SdmxId;
import org.diaodu.domain.SdmxUnit;

/**
 * A row of SDMX-CSV 1.0 or 2.0 in the columns of a tidy line.
 *
 * <p>Actions (2.0; 1.0 has none and means information): {@code I}nformation, {@code A}ppend, {@code
 * M}erge and {@code R}eplace all say what the figure is now, and it becomes a vintage; nothing that
 * was known is lost by replacing it. {@code D}elete withdraws the one figure that the row names; a
 * row that leaves dimensions open would delete a whole slice and is refused.
 */
final class SdmxCsvLine implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Columns of the format itself. */
  private static final List<String> OWN =
      List.of(
          "DATAFLOW",
          "STRUCTURE",
          "STRUCTURE_ID",
          "STRUCTURE_NAME",
          "ACTION",
          "SERIES_KEY",
          "OBS_KEY");

  private static final List<String> DIMENSIONS = List.of("ref_area", "indicator", "time_period");

  private final ArrayList<SdmxMapping> mappings;
  private final LocalDate received;

  SdmxCsvLine(List<SdmxMapping> mappings, LocalDate received) {
    this.mappings = new ArrayList<>(mappings);
    this.received = received;
  }

  /**
   * The row as a tidy record; empty where the pack reads another slice of the dataflow.
   *
   * @param faults gets what is wrong; then the record is not to be used
   */
  Optional<LineFields> tidy(TidyCsvHeader header, List<String> fields, LineFaults faults) {
    SdmxMapping mapping = mapping(header, fields, faults);
    if (mapping == null) {
      return Optional.of(new LineFields(header, fields));
    }
    List<String> values = new ArrayList<>(fields);
    Map<String, Integer> position = new HashMap<>();
    for (Map.Entry<String, Integer> column : header.position().entrySet()) {
      String name = column.getKey();
      String code = code(fields.get(column.getValue()));
      String only = mapping.only().get(name);
      if (only != null && !only.equals(code)) {
        return Optional.empty();
      }
      String tidy = mapping.columns().get(name);
      if (tidy != null) {
        position.put(tidy, column.getValue());
        values.set(column.getValue(), value(mapping, name, tidy, fields.get(column.getValue())));
      } else if (only == null && !OWN.contains(name) && !mapping.ignored().contains(name)) {
        faults.add(
            "unmapped_column",
            column.getValue() + 1,
            name,
            "sdmx.yaml中的说明",
            "列%s在sdmx.yaml中没有说明，不知道是否影响这个数。请写入columns、only或ignore".formatted(name));
      }
    }
    mapping.constant().forEach((name, value) -> append(values, position, name, value));
    boolean isNaN = noNumber(fields, header, mapping);
    position.computeIfAbsent("release_date", name -> added(values, received.toString()));
    boolean replaces = action(header, fields, values, position, faults);
    sayMissing(isNaN, replaces, values, position);
    return Optional.of(new LineFields(new TidyCsvHeader(header.separator(), position), values));
  }

  private SdmxMapping mapping(TidyCsvHeader header, List<String> fields, LineFaults faults) {
    String column = header.position().containsKey("DATAFLOW") ? "DATAFLOW" : "STRUCTURE_ID";
    int at = header.position().getOrDefault(column, 0);
    String written = fields.get(at).strip();
    String id = written.replaceFirst("\\(.*$", "");
    for (SdmxMapping mapping : mappings) {
      if (mapping.structure().equals(id)) {
        return mapping;
      }
    }
    String known = String.join("、", mappings.stream().map(SdmxMapping::structure).toList());
    faults.add(
        "unknown_structure",
        at + 1,
        written,
        known,
        "数据流“%s”在sdmx.yaml中没有说明。已说明的是：%s".formatted(written, known.isEmpty() ? "无" : known));
    return null;
  }

  private static String value(SdmxMapping mapping, String column, String tidy, String written) {
    if (tidy.equals("obs_value")) {
      return isNaN(written) ? "" : written;
    }
    if (tidy.equals("note")) {
      return written;
    }
    String code = code(written);
    if (tidy.equals("time_period")) {
      return code.replaceFirst("^(\\d{4})-M(\\d{2})$", "$1-$2").replaceFirst("^(\\d{4})-A1$", "$1");
    }
    String known = mapping.codes().getOrDefault(column, Map.of()).getOrDefault(code, code);
    return switch (tidy) {
      case "unit" -> SdmxUnit.unit(known);
      case "ref_area" -> SdmxId.text(known);
      default -> known;
    };
  }

  /** With labels, a code is followed by a colon, a blank and its name. */
  private static String code(String written) {
    int colon = written.indexOf(": ");
    return (colon < 0 ? written : written.substring(0, colon)).strip();
  }

  /** Whether the value is written as SDMX writes that there is none. */
  private static boolean noNumber(List<String> fields, TidyCsvHeader header, SdmxMapping mapping) {
    return mapping.columns().entrySet().stream()
        .filter(column -> column.getValue().equals("obs_value"))
        .map(column -> header.position().get(column.getKey()))
        .anyMatch(at -> at != null && isNaN(fields.get(at)));
  }

  private static boolean isNaN(String written) {
    return written.strip().equalsIgnoreCase("NaN");
  }

  /**
   * A value of {@code NaN}, or none in place of all that was, says that there is no figure,
   * whatever the status beside it says of one.
   */
  private static void sayMissing(
      boolean isNaN, boolean replaces, List<String> values, Map<String, Integer> position) {
    Integer value = position.get("obs_value");
    Integer status = position.get("obs_status");
    boolean isEmpty = isNaN || (replaces && value != null && values.get(value).isBlank());
    boolean isConfidential =
        position.containsKey("conf_status")
            && !List.of("", "F").contains(values.get(position.get("conf_status")));
    if (isEmpty
        && !isConfidential
        && (status == null || !ObservationStatus.saysMissing(values.get(status)))) {
      position.put("obs_status", added(values, ObservationStatus.O.name()));
    }
  }

  /** Whether the row replaces all that was said of the figure. */
  private static boolean action(
      TidyCsvHeader header,
      List<String> fields,
      List<String> values,
      Map<String, Integer> position,
      LineFaults faults) {
    Integer at = header.position().get("ACTION");
    String action = at == null ? "I" : code(fields.get(at)).toUpperCase(Locale.ROOT);
    switch (action) {
      case "", "I", "A", "M", "R", "INFORMATION", "APPEND", "MERGE", "REPLACE" -> {
        return action.startsWith("R");
      }
      case "D", "DELETE" -> withdraw(at + 1, values, position, faults);
      default ->
          faults.add(
              "unknown_action",
              at + 1,
              action,
              "I、A、M、R、D",
              "ACTION“%s”不认得，只能是I、A、M、R、D".formatted(action));
    }
    return false;
  }

  private static void withdraw(
      int column, List<String> values, Map<String, Integer> position, LineFaults faults) {
    for (String dimension : DIMENSIONS) {
      Integer at = position.get(dimension);
      if (at == null || values.get(at).isBlank()) {
        faults.add(
            "bulk_delete",
            column,
            "没有写" + dimension,
            "完整的地区、指标和时期",
            "删除必须写明是哪一个数，不接受整片删除。请补上" + dimension);
        return;
      }
    }
    values.set(position.get("obs_value"), "");
    position.put("obs_status", added(values, "M"));
  }

  private static void append(
      List<String> values, Map<String, Integer> position, String name, String value) {
    position.computeIfAbsent(name, n -> added(values, value));
  }

  private static int added(List<String> values, String value) {
    values.add(value);
    return values.size() - 1;
  }
}
