package org.diaodu.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.CountedTwice;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;
import org.diaodu.region.RegionPack;

/**
 * A folder of files for analysts that is fresh after every night: each table as Parquet and as a
 * workbook, and as SDMX where it has periods, with a page that says what they are. All are ready
 * before the first is put in its place, and each takes the place of last night's in one step.
 */
public final class NightlyExport {
  /** The page that says what the files are. */
  static final String GUIDE = "说明.txt";

  private static final List<ExportFormat> FORMATS =
      List.of(ExportFormat.parquet, ExportFormat.xlsx, ExportFormat.sdmx_csv);

  /** What people ask for; what is received and how it ran is this system's own affair. */
  private static final Set<String> DATABASES = Set.of("reference", "statistics", "reporting");

  private static final String BESIDE = ".new";

  private final RegionPack pack;
  private final LocalDate asOf;
  private final long manifest;

  /**
   * Of one published night.
   *
   * @param asOf day as of which it is known
   * @param manifest number of the manifest that published it
   */
  public NightlyExport(RegionPack pack, LocalDate asOf, long manifest) {
    this.pack = pack;
    this.asOf = asOf;
    this.manifest = manifest;
  }

  /** The tables that are exported. */
  public static List<Table> tables() {
    return Arrays.stream(Table.values())
        .filter(table -> DATABASES.contains(table.fullName().split("\\.")[0]))
        .toList();
  }

  /**
   * Writes the files of all tables.
   *
   * @param rows the rows of a table that may be shown
   * @return names of the files
   */
  public List<String> write(Path folder, Function<Table, Dataset<Row>> rows) throws IOException {
    Path beside = folder.resolve(BESIDE);
    delete(beside);
    Files.createDirectories(beside);
    List<String> tooLong = new ArrayList<>();
    for (Table table : tables()) {
      write(table, rows.apply(table), beside, tooLong);
    }
    Files.writeString(beside.resolve(GUIDE), guide(tooLong), StandardCharsets.UTF_8);
    List<String> names = names(beside);
    for (String name : names) {
      Files.move(
          beside.resolve(name),
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    delete(beside);
    Set<String> outdated = new TreeSet<>(ownNames());
    names.forEach(outdated::remove);
    for (String name : outdated) {
      Files.deleteIfExists(folder.resolve(name));
    }
    return names;
  }

  private void write(Table table, Dataset<Row> rows, Path folder, List<String> tooLong) {
    TableContract contract = ContractReader.read(table);
    Dataset<Row> once = rows.cache();
    try {
      boolean simulated =
          contract.columnNames().contains("provenance")
              && !once.where("provenance = 'simulated'").isEmpty();
      ExportNotes notes =
          new ExportNotes(contract, pack.nameZh(), asOf, manifest, "", simulated, false);
      for (ExportFormat format : FORMATS) {
        if (!format.suits(contract)) {
          continue;
        }
        try {
          new Export(pack, folder, format, StandardCharsets.UTF_8).write(once, notes);
        } catch (TooManyRowsException beyondASheet) {
          tooLong.add(table.fullName());
        }
      }
    } finally {
      once.unpersist();
    }
  }

  /** What stands in the folder, for who opens it without having read anything else. */
  private String guide(List<String> tooLong) {
    StringBuilder text = new StringBuilder();
    text.append("%s  数据截至%s  发布清单%d\n".formatted(pack.nameZh(), asOf, manifest));
    text.append(
        """
        每晚运行后更新，只有已到发布时间、可以公开的数据。
        .parquet  供R、Python、DuckDB等读取      .xlsx  供Excel打开，附各列说明
        .sdmx.csv、.structure.json  SDMX-CSV 2.0及其结构（SDMX-JSON 2.0.0）
        行没有合并：求和以前先看各表下面的提醒，否则会重复计算。
        Rows are not folded: before adding up, read what stands below each table.
        """);
    if (!tooLong.isEmpty()) {
      text.append("行数超过Excel一张表的上限，没有.xlsx：").append(String.join("、", tooLong)).append('\n');
    }
    for (Table table : tables()) {
      TableContract contract = ContractReader.read(table);
      text.append(
          "\n%s\n  %s\n  %s\n"
              .formatted(table.fullName(), contract.grain().zh(), contract.grain().en()));
      for (CountedTwice twice : CountedTwice.of(contract)) {
        text.append("  ! %s\n    %s\n".formatted(twice.remedy().zh(), twice.remedy().en()));
      }
    }
    return text.toString();
  }

  /** The guide is the last to be put in its place: what it says is there. */
  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted(Comparator.comparing((String name) -> name.equals(GUIDE)).thenComparing(n -> n))
          .toList();
    }
  }

  /** Every name that a night gives a file, so that one that is no longer written can go. */
  private static Set<String> ownNames() {
    return tables().stream()
        .flatMap(
            table ->
                Stream.concat(
                    FORMATS.stream().map(format -> table.fullName() + format.ending()),
                    Stream.of(table.fullName() + ".structure.json")))
        .collect(Collectors.toSet());
  }

  private static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
