package org.diaodu.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.types.DecimalType;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;

/**
 * A table as an SDMX dataset. Its key are the dimensions, its decimals the measures, all else
 * attributes; names are those of the columns in capitals. Figures of an indicator say their unit in
 * {@code UNIT_MEASURE}.
 *
 * @param contract what the table is; it has a {@code time_period}
 */
record SdmxDataset(TableContract contract) {
  /** Who maintains the structures. */
  static final String AGENCY = "DIAODU";

  /** Version of the structures. */
  static final String VERSION = "1.0";

  /** The attribute that says the unit. */
  static final String UNIT = "UNIT_MEASURE";

  private static final String TIME = "time_period";

  /** What a column is to SDMX. */
  enum Role {
    dimension,
    time,
    measure,
    attribute
  }

  /** The table as a dataset; empty where it has no periods. */
  static Optional<SdmxDataset> of(TableContract contract) {
    return contract.key().contains(TIME)
        ? Optional.of(new SdmxDataset(contract))
        : Optional.empty();
  }

  /** Id of the dataflow and of its structure. */
  String id() {
    return contract.table().shortName().toUpperCase(Locale.ROOT);
  }

  /** As SDMX-CSV names the structure of a row. */
  String reference() {
    return "%s:%s(%s)".formatted(AGENCY, id(), VERSION);
  }

  /** The id of a column. */
  static String id(TableContract.Column column) {
    return column.name().toUpperCase(Locale.ROOT);
  }

  /** The columns that stand in the file: dimensions first, then time, measures, attributes. */
  List<TableContract.Column> columns() {
    return java.util.Arrays.stream(Role.values())
        .flatMap(role -> contract.columns().stream().filter(c -> role(c) == role))
        .toList();
  }

  /**
   * What a column is. An observation is named by its release; the instant at which it was stored is
   * this system's own affair. Of each indicator the one source is exported that the pack judges by.
   */
  Role role(TableContract.Column column) {
    if (column.name().equals(TIME)) {
      return Role.time;
    }
    if (contract.key().contains(column.name()) && !isOwnAffair(column)) {
      return Role.dimension;
    }
    return column.type() instanceof DecimalType ? Role.measure : Role.attribute;
  }

  /** Whether figures have a unit of their indicator. */
  boolean hasUnit() {
    return contract.columnNames().contains("indicator");
  }

  private boolean isOwnAffair(TableContract.Column column) {
    return contract.table() == Table.OBSERVATIONS
        && List.of("source", "arrived_at", "recorded_at").contains(column.name());
  }
}
