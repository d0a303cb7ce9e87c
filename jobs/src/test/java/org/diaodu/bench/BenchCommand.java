package org.diaodu.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.lint.SuppressForbidden;
import org.diaodu.session.SparkSessions;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu bench}: measures a night against DuckDB, and writes down what it saw. */
@Command(
    name = "diaodu bench",
    description = "用虚构的数据测速，与DuckDB做同样的计算，逐行核对结果后才计时；写出docs/performance.md和docs/performance.csv。",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "1,5",
      paramLabel = "N",
      description = "数据量，以百万个数据计，可写几个，用逗号分开（全国各县25年是51；默认${DEFAULT-VALUE}）")
  private List<Double> sizes;

  @Option(names = "--indicators", defaultValue = "60", description = "指标个数（默认${DEFAULT-VALUE}）")
  private int indicators;

  @Option(names = "--years", defaultValue = "25", description = "年数（默认${DEFAULT-VALUE}）")
  private int years;

  @Option(names = "--pairs", defaultValue = "3", description = "两边交替各跑几次，取中位数（默认${DEFAULT-VALUE}）")
  private int pairs;

  @Option(names = "--threads", defaultValue = "2", description = "两边各用几个线程（默认${DEFAULT-VALUE}）")
  private int threads;

  @Option(names = "--heap", defaultValue = "4g", description = "堆内存上限（默认${DEFAULT-VALUE}）")
  private String heap;

  @Option(
      names = "--csv",
      defaultValue = "1000",
      paramLabel = "MB",
      description = "单独测读取时CSV有多少MB（默认${DEFAULT-VALUE}）")
  private int csv;

  @Option(names = "--seed", defaultValue = "1", description = "随机数种子（默认${DEFAULT-VALUE}）")
  private long seed;

  @Option(
      names = "--work",
      defaultValue = "target/bench",
      description = "临时文件所在的文件夹，结束后删除（默认${DEFAULT-VALUE}）")
  private Path work;

  @Option(names = "--docs", defaultValue = "docs", description = "结果写到哪个文件夹（默认${DEFAULT-VALUE}）")
  private Path docs;

  private PrintWriter out;

  /** Runs the command and leaves with its exit code. */
  @SuppressForbidden("the end of a process of its own, after all is closed")
  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchCommand()).setUsageHelpAutoWidth(true).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException, RunnerException {
    out = spec.commandLine().getOut();
    Path folder = folder();
    List<Result> results = new ArrayList<>();
    try {
      // First, since every later night starts from the archive of classes that it leaves.
      add(results, SmallNight.measured(folder.resolve("small"), archive(), threads, pairs));
      List<Rebuild> rebuilds = new ArrayList<>();
      for (double size : sizes.stream().sorted().toList()) {
        rebuilds.add(rebuild(size, new Place(folder.resolve("country")), results));
      }
      Rebuild largest = rebuilds.get(rebuilds.size() - 1);
      add(results, Result.growthOfCost(rebuilds));
      add(results, later(largest, new Place(folder.resolve("country"))));
      Place.delete(folder.resolve("country"));
      add(results, Reading.measured(folder.resolve("reading"), csv, threads, heap, pairs));
      Place.delete(folder.resolve("reading"));
      add(
          results,
          List.of(
              ScaleOut.measured(
                  folder.resolve("cluster"), archive(), tenth(largest.scale()), pairs)));
    } finally {
      Place.delete(folder);
    }
    results.sort(Comparator.comparing(Result::workload));
    List<String> small = SmallThings.measured();
    PerformancePage.write(docs, results, small, Machine.described(threads, heap, pairs));
    small.forEach(out::println);
    return 0;
  }

  /** The rebuild of one size; the results are compared before a time is believed. */
  private Rebuild rebuild(double millions, Place place, List<Result> results)
      throws IOException, InterruptedException, SQLException {
    int areas = Math.max(5, (int) Math.round(millions * 1e6 / (12.0 * indicators * years)));
    Scale scale = new Scale(areas, indicators, years, seed);
    long figures = place.fill(scale);
    out.printf("%,d 个数据%n", figures);
    Runs runs = new Runs(scale, place, archive(), threads, heap);
    List<Measured> ours = new ArrayList<>();
    List<Measured> theirs = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      place.clear();
      ours.add(runs.night(scale.asOf()));
      theirs.add(runs.duckDb(scale.asOf()));
      if (pair == 0) {
        compare(place);
      }
      out.printf(
          "  第%d次：%.1f 秒，DuckDB %.1f 秒%n",
          pair + 1, ours.get(pair).seconds(), theirs.get(pair).seconds());
    }
    Rebuild rebuild = new Rebuild(scale, figures, ours, theirs);
    add(results, List.of(Result.rebuild(rebuild)));
    return rebuild;
  }

  /** Said at once: a run over a whole country takes hours. */
  private void add(List<Result> results, List<Result> more) {
    more.forEach(result -> out.println(result.text()));
    out.flush();
    results.addAll(more);
  }

  private Path folder() {
    return work.toAbsolutePath().normalize();
  }

  private Path archive() {
    return folder().resolve("classes.jsa");
  }

  private static Scale tenth(Scale scale) {
    return new Scale(
        Math.max(5, scale.areas() / 10), scale.indicators(), scale.years(), scale.seed());
  }

  private void compare(Place place) throws IOException, SQLException {
    try (SparkSession spark = SparkSessions.open("local[1]", OneRun.settings());
        Connection duckDb = DuckDbTwin.open(threads, place.folder())) {
      for (String table : RowForRow.TABLES) {
        List<Path> files = OneRun.files(spark, place, table);
        Path twin = place.duckDb().resolve(table + ".parquet");
        out.printf("  %s：%,d 行，逐行相同%n", table, RowForRow.same(duckDb, table, files, twin));
      }
    }
  }

  /** One more month, and the tables as known a year ago, on what the last rebuild left. */
  private List<Result> later(Rebuild rebuild, Place place)
      throws IOException, InterruptedException, SQLException {
    Runs runs = new Runs(rebuild.scale(), place, archive(), threads, heap);
    long figures = MadeUpFigures.writeNextMonth(rebuild.scale(), place.landing());
    Measured next = compared(runs, place, rebuild.scale().asOf().plusMonths(1));
    Measured yearAgo = compared(runs, place, rebuild.scale().asOf().minusYears(1));
    return List.of(Result.nextNight(rebuild, figures, next), Result.asOf(rebuild, yearAgo));
  }

  /** A night on tables that are there, which then are the same as DuckDB's of that day. */
  private Measured compared(Runs runs, Place place, LocalDate asOf)
      throws IOException, InterruptedException, SQLException {
    Measured night = runs.night(asOf);
    runs.duckDb(asOf);
    compare(place);
    return night;
  }
}
