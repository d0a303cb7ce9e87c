package org.diaodu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of the report.
 *
 * @param workload W1 to W7
 * @param figures how many figures
 * @param ours seconds
 * @param against seconds of what it is held against
 * @param basis what that is
 * @param ratio of both
 * @param limit the ratio that must not be exceeded
 * @param oursCpu seconds of all processors
 * @param againstCpu the same of the other; 0 where there is none
 * @param peak megabytes at most
 * @param againstPeak the same of the other; 0 where there is none
 */
record Result(
    String workload,
    long figures,
    double ours,
    double against,
    String basis,
    double ratio,
    double limit,
    double oursCpu,
    double againstCpu,
    long peak,
    long againstPeak) {

  static Result rebuild(Rebuild of) {
    return pair("W2 rebuild", of.figures(), of.ours(), of.theirs(), "DuckDB", 6);
  }

  static Result pair(
      String workload,
      long figures,
      List<Measured> ours,
      List<Measured> theirs,
      String basis,
      double limit) {
    return new Result(
        workload,
        figures,
        Measured.seconds(ours),
        Measured.seconds(theirs),
        basis,
        Measured.seconds(ours) / Measured.seconds(theirs),
        limit,
        Measured.cpu(ours),
        Measured.cpu(theirs),
        Measured.peak(ours),
        Measured.peak(theirs));
  }

  /** The time of one executor over that of two: as large as it can be, unlike all others. */
  static Result scaleOut(long figures, double one, double two) {
    return own("W5 scale-out, two executors", figures, two, one, "one executor", 1 / 1.6);
  }

  /** Time for each figure, held against the size before it; none where there is one size only. */
  static List<Result> growthOfCost(List<Rebuild> rebuilds) {
    List<Result> results = new ArrayList<>();
    for (int i = 1; i < rebuilds.size(); i++) {
      Rebuild of = rebuilds.get(i);
      Rebuild smaller = rebuilds.get(i - 1);
      results.add(
          own(
              "W6 growth of cost",
              of.figures(),
              of.microsecondsPerFigure(),
              smaller.microsecondsPerFigure(),
              "µs per figure at %,d".formatted(smaller.figures()),
              1.3));
    }
    return results;
  }

  static Result nextNight(Rebuild of, long figures, Measured night) {
    return own("W3 next night", figures, night.seconds(), of.seconds(), "W2", 0.10);
  }

  static Result asOf(Rebuild of, Measured night) {
    return own(
        "W4 as of a year ago",
        of.figures(),
        night.statistics(),
        of.statistics(),
        "the statistics of W2",
        1);
  }

  static Result own(
      String workload, long figures, double ours, double against, String basis, double limit) {
    return new Result(workload, figures, ours, against, basis, ours / against, limit, 0, 0, 0, 0);
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%.3f,%.3f,\"%s\",%.3f,%.2f,%.1f,%.1f,%d,%d",
        workload,
        figures,
        ours,
        against,
        basis,
        ratio,
        limit,
        oursCpu,
        againstCpu,
        peak,
        againstPeak);
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.2f | %.2f (%s) | **%.2f** | ≤ %.2f | %s | %s |",
        workload,
        figures,
        ours,
        against,
        basis,
        ratio,
        limit,
        oursCpu == 0 ? "" : "%.0f / %.0f".formatted(oursCpu, againstCpu),
        peak == 0 ? "" : "%,d / %,d".formatted(peak, againstPeak));
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%s  %,d  %.2f : %.2f = %.2f（%s，不超过 %.2f）",
        workload,
        figures,
        ours,
        against,
        ratio,
        basis,
        limit);
  }
}
