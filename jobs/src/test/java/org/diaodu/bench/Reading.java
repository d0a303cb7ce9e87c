package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reading alone: a printed workbook against POI's event reader, tidy CSV against Spark's count. */
final class Reading {
  private static final int SHEETS = 100;
  private static final Scale BOOK = new Scale(2_500, 1, 9, 1);
  private static final double FIGURES_OF_A_MEGABYTE = 17_900;

  private Reading() {}

  static List<Result> measured(Path folder, int megabytes, int threads, String heap, int pairs)
      throws IOException, InterruptedException {
    Place place = new Place(folder.resolve("book"));
    Path book = place.landing().resolve("book.xlsx");
    long cells = PrintedBook.write(BOOK, SHEETS, place.pack(), book);
    int areas = (int) Math.max(5, megabytes * FIGURES_OF_A_MEGABYTE / (60 * 25 * 12));
    Scale scale = new Scale(areas, 60, 25, 1);
    Place csv = new Place(folder.resolve("csv"));
    long figures = csv.fill(scale);
    return List.of(
        pair("W7 workbook", place.pack(), book, cells, "book", "poi", threads, heap, pairs),
        pair(
            "W7 tidy CSV",
            csv.pack(),
            csv.landing(),
            figures,
            "csv",
            "plain",
            threads,
            heap,
            pairs));
  }

  private static Result pair(
      String workload,
      Path pack,
      Path from,
      long figures,
      String ours,
      String theirs,
      int threads,
      String heap,
      int pairs)
      throws IOException, InterruptedException {
    List<Measured> our = new ArrayList<>();
    List<Measured> their = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      for (String which : List.of(ours, theirs)) {
        Measured measured =
            Runs.run(
                OneReading.class,
                Stream.of("-XX:+UseParallelGC", "-Xmx" + heap),
                Stream.of(
                    which,
                    pack.toString(),
                    from.toString(),
                    String.valueOf(threads),
                    String.valueOf(figures)));
        (which.equals(ours) ? our : their).add(measured);
      }
    }
    return Result.pair(
        workload,
        figures,
        our,
        their,
        ours.equals("book") ? "POI's event reader" : "Spark's count of lines",
        ours.equals("book") ? 2 : 1.5);
  }
}
