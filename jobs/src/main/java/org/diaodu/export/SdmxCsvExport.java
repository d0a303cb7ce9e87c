package org.diaodu.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.diaodu.column.SourceColumns;
import org.diaodu.column.VintageColumns;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;
import org.diaodu.domain.Measure;
import org.diaodu.domain.SdmxId;
import org.diaodu.domain.SdmxUnit;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/**
 * SDMX-CSV 2.0: one dataset, each row with its structure and the action I (information). An
 * observation is printed with the decimals of its source, so that reading it gives the same figure.
 * Of corrections within one release the last stands.
 */
final class SdmxCsvExport {
  private static final String ACTION = "I";

  private final SdmxDataset dataset;
  private final RegionPack pack;

  private SdmxCsvExport(SdmxDataset dataset, RegionPack pack) {
    this.dataset = dataset;
    this.pack = pack;
  }

  /** Writes the rows, and says how many there were. */
  static long write(Dataset<Row> rows, SdmxDataset dataset, RegionPack pack, Path file)
      throws IOException {
    return new SdmxCsvExport(dataset, pack).write(rows, file);
  }

  private long write(Dataset<Row> rows, Path file) throws IOException {
    List<TableContract.Column> columns = dataset.columns();
    List<String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
    columns.forEach(column -> header.add(SdmxDataset.id(column)));
    if (dataset.hasUnit()) {
      header.add(SdmxDataset.UNIT);
    }
    long count = 0;
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter csv =
            new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      csv.printRecord(header);
      Iterator<Row> each = Cells.flat(newestOfEachRelease(rows)).toLocalIterator();
      while (each.hasNext()) {
        Row row = each.next();
        csv.print("dataflow");
        csv.print(dataset.reference());
        csv.print(ACTION);
        for (TableContract.Column column : columns) {
          csv.print(cell(row, column));
        }
        if (dataset.hasUnit()) {
          csv.print(unit(row));
        }
        csv.println();
        count++;
      }
    }
    return count;
  }

  private Dataset<Row> newestOfEachRelease(Dataset<Row> rows) {
    if (dataset.contract().table() != Table.OBSERVATIONS) {
      return rows;
    }
    Column[] release =
        dataset.contract().key().stream()
            .filter(name -> !List.of("recorded_at", "source").contains(name))
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    String place = "place_in_release";
    return rows.where(SourceColumns.isJudged(pack.judgedSources()))
        .withColumn(
            place,
            row_number()
                .over(
                    Window.partitionBy(release)
                        .orderBy(VintageColumns.ARRIVAL.desc(), col("recorded_at").desc())))
        .where(col(place).equalTo(1))
        .drop(place)
        .orderBy(release);
  }

  private String cell(Row row, TableContract.Column column) {
    Object cell = row.get(row.fieldIndex(column.name()));
    if (cell instanceof BigDecimal value
        && dataset.contract().table() == Table.OBSERVATIONS
        && column.name().equals("obs_value")) {
      int decimals = row.<Integer>getAs("obs_decimals");
      return value.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }
    String text = Cells.text(cell);
    return column.name().equals("ref_area") ? SdmxId.of(text) : text;
  }

  private String unit(Row row) {
    String unit = pack.indicator(row.getAs("indicator")).map(Indicator::unit).orElse("");
    return SdmxUnit.code(
        dataset.contract().columnNames().contains("measure")
            ? Measure.valueOf(row.getAs("measure")).unit(unit)
            : unit);
  }
}
