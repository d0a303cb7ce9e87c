package org.diaodu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.YearMonth;

/**
 * The landing files of a made-up country: tidy CSV, one file a year. Figures are whole hundredths.
 * Areas add up, one figure in a thousand is missing, one amount in five thousand is nothing.
 */
final class MadeUpFigures {
  private static final String HEADER =
      "ref_area,indicator,time_period,accumulation,measure,obs_value,unit,obs_status,release_date\n";

  private final Scale scale;
  private final StringBuilder line = new StringBuilder(120);
  private long written;

  private MadeUpFigures(Scale scale) {
    this.scale = scale;
  }

  /**
   * Writes all years.
   *
   * @return how many figures
   */
  static long write(Scale scale, Path landing) throws IOException {
    MadeUpFigures figures = new MadeUpFigures(scale);
    for (int year = 0; year < scale.years(); year++) {
      figures.file(landing.resolve("%d.csv".formatted(Scale.FIRST_YEAR + year)), year, 1, 12);
    }
    return figures.written;
  }

  /**
   * Writes one more month, and another figure for one in a hundred of the stocks of the year before
   * it.
   *
   * @return how many figures
   */
  static long writeNextMonth(Scale scale, Path landing) throws IOException {
    MadeUpFigures figures = new MadeUpFigures(scale);
    figures.file(landing.resolve("next.csv"), scale.years(), 1, 1);
    figures.revisions(landing.resolve("revisions.csv"));
    return figures.written;
  }

  private void file(Path file, int year, int firstMonth, int lastMonth) throws IOException {
    Files.createDirectories(file.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < scale.indicators(); i++) {
        indicator(out, i, year, firstMonth, lastMonth);
      }
    }
    settle(file);
  }

  private void indicator(BufferedWriter out, int i, int year, int firstMonth, int lastMonth)
      throws IOException {
    IndicatorShape shape = scale.shape(i);
    long[] sinceJanuary = new long[scale.areas()];
    for (int month = firstMonth; month <= lastMonth; month++) {
      int time = year * 12 + month - 1;
      long[] figures = figures(shape, i, time);
      for (int area = 0; area < scale.areas(); area++) {
        sinceJanuary[area] += figures[area];
        long shown = shape == IndicatorShape.cumulative ? sinceJanuary[area] : figures[area];
        if (!isMissing(area, i, time)) {
          String measure = shape == IndicatorShape.growth_only ? "YOY" : "LEVEL";
          line(out, area, i, time, measure, shown, 20);
        }
        if (shape == IndicatorShape.published && month % 3 == 0 && scale.isCounty(area)) {
          line(out, area, i, time, "YOY", publishedGrowth(area, i, time), 20);
        }
      }
    }
  }

  /** Revised stocks of the year that is over, released five days after the first figure. */
  private void revisions(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < scale.indicators(); i++) {
        if (scale.shape(i) != IndicatorShape.stock) {
          continue;
        }
        for (int time = scale.years() * 12 - 12; time < scale.years() * 12; time++) {
          for (int area = 0; area < scale.areas(); area++) {
            if (random(area, i, time, 5) % 100 == 0 && scale.isCounty(area)) {
              line(out, area, i, time, "LEVEL", amount(area, i, time) + 1, 25);
            }
          }
        }
      }
    }
    settle(file);
  }

  private long[] figures(IndicatorShape shape, int i, int time) {
    long[] figures = new long[scale.areas()];
    for (int area = scale.areas() - 1; area > 0; area--) {
      if (!shape.isAmount()) {
        figures[area] = shape == IndicatorShape.rate ? rate(area, i, time) : growth(area, i, time);
        continue;
      }
      if (area > scale.states()) {
        figures[area] = amount(area, i, time);
      }
      if (area != scale.zone()) {
        figures[scale.parent(area)] += figures[area];
      }
    }
    return figures;
  }

  /** Hundredths of a percent, always near what the area's rate is: others would be held. */
  private long rate(int area, int i, int time) {
    return 2_000 + random(area, i, 0, 3) % 6_000 + random(area, i, time, 1) % 1_000;
  }

  private long growth(int area, int i, int time) {
    return random(area, i, time, 1) % 4_000 - 1_500;
  }

  private long amount(int area, int i, int time) {
    if (random(area, i, time, 2) % 5_000 == 0) {
      return 0;
    }
    long size = 1_000 + random(area, i, 0, 3) % 100_000;
    return size + size * (4L * time + random(area, i, time, 4) % 200) / 1_000;
  }

  /** Hundredths of a percent, printed with one decimal more than is known. */
  private long publishedGrowth(int area, int i, int time) {
    long now = amount(area, i, time);
    long before = amount(area, i, time - 12);
    long growth = before == 0 ? 0 : 10_000 * (now - before) / before;
    return growth + random(area, i, time, 6) % 3 * 15;
  }

  private boolean isMissing(int area, int i, int time) {
    return random(area, i, time, 7) % 1_000 == 0;
  }

  private void line(
      BufferedWriter out, int area, int i, int time, String measure, long hundredths, int day)
      throws IOException {
    YearMonth month = YearMonth.of(Scale.FIRST_YEAR, 1).plusMonths(time);
    IndicatorShape shape = scale.shape(i);
    line.setLength(0);
    line.append(scale.area(area)).append(',').append(scale.indicator(i)).append(',');
    line.append(month).append(',').append(shape.accumulation).append(',').append(measure);
    line.append(',');
    if (hundredths < 0) {
      line.append('-');
    }
    long size = Math.abs(hundredths);
    line.append(size / 100).append('.');
    line.append((char) ('0' + size / 10 % 10)).append((char) ('0' + size % 10));
    line.append(',').append(measure.equals("YOY") ? "%" : shape.unit).append(",A,");
    line.append(month.plusMonths(1)).append('-').append(day).append('\n');
    out.append(line);
    written++;
  }

  /** Thirty-one random bits for a figure and a use. */
  private long random(int area, int i, int time, int use) {
    long x = scale.seed() + area * 0x9E3779B97F4A7C15L + i * 0xC2B2AE3D27D4EB4FL;
    x += time * 0x165667B19E3779F9L + use * 0x27D4EB2F165667C5L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return (x ^ (x >>> 31)) >>> 33;
  }

  /** A file that was changed a moment ago may still be growing, and would wait. */
  private static void settle(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
  }
}
