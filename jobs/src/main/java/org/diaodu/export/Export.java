package org.diaodu.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.region.RegionPack;

/**
 * Writes the rows of a table to a file, in the order of their key, so that the same rows give the
 * same file. A file is in its place only when it is whole.
 */
public final class Export {
  private static final String EMBARGOED = "-embargoed";

  private final RegionPack pack;
  private final Path folder;
  private final ExportFormat format;
  private final Charset charset;

  /**
   * To a folder.
   *
   * @param charset of CSV; the other formats have their own
   */
  public Export(RegionPack pack, Path folder, ExportFormat format, Charset charset) {
    this.pack = pack;
    this.folder = folder;
    this.format = format;
    this.charset = charset;
  }

  /**
   * A file that was written.
   *
   * @param file where it is
   * @param rows how many; 0 for a structure
   */
  public record Written(Path file, long rows) {}

  /**
   * Writes a table.
   *
   * @throws TooManyRowsException where a sheet of Excel cannot hold it
   * @throws IllegalArgumentException where SDMX is wanted of a table without periods
   */
  public List<Written> write(Dataset<Row> rows, ExportNotes notes) {
    String name = notes.contract().table().fullName() + (notes.embargoed() ? EMBARGOED : "");
    Path file = folder.resolve(name + format.ending());
    Path beside = folder.resolve("." + name + format.ending() + ".part");
    Column[] key =
        notes.contract().key().stream()
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    List<Written> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      Dataset<Row> ordered = rows.orderBy(key);
      switch (format) {
        case csv -> written.add(new Written(file, CsvExport.write(ordered, beside, charset)));
        case xlsx ->
            written.add(
                new Written(
                    file,
                    WorkbookExport.write(
                        ordered, notes.contract().table().shortName(), notes.sheet(), beside)));
        case parquet -> {
          ParquetExport.write(ordered, beside);
          written.add(new Written(file, rows.count()));
        }
        case sdmx_csv -> {
          SdmxDataset dataset =
              SdmxDataset.of(notes.contract())
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "%s没有时期，不是SDMX数据集。请用csv、xlsx或parquet"
                                  .formatted(notes.contract().table().fullName())));
          written.add(new Written(file, SdmxCsvExport.write(ordered, dataset, pack, beside)));
          Path structure = folder.resolve(name + ".structure.json");
          Files.writeString(
              structure, SdmxStructure.json(dataset, pack, notes.asOf()), StandardCharsets.UTF_8);
          written.add(new Written(structure, 0));
        }
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
