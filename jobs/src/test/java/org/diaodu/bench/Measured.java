package org.diaodu.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run took.
 *
 * @param seconds by the clock on the wall, with the start of Spark or DuckDB
 * @param cpuSeconds of all threads, with the start of the process
 * @param peakMegabytes the most memory that the process had
 * @param stages seconds of each stage of a night
 */
record Measured(double seconds, double cpuSeconds, long peakMegabytes, Map<String, Double> stages) {
  private static final String BEGIN = "measured\t";

  String line() {
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%s%.3f\t%.3f\t%d", BEGIN, seconds, cpuSeconds, peakMegabytes));
    stages.forEach((stage, took) -> line.append('\t').append(stage).append('=').append(took));
    return line.toString();
  }

  /** Of what a run printed. */
  static Measured of(String printed) {
    String line =
        printed
            .lines()
            .filter(l -> l.startsWith(BEGIN))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The run failed:\n" + printed));
    String[] parts = line.split("\t");
    Map<String, Double> stages = new HashMap<>();
    for (int i = 4; i < parts.length; i++) {
      String[] stage = parts[i].split("=");
      stages.put(stage[0], Double.parseDouble(stage[1]));
    }
    return new Measured(
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Long.parseLong(parts[3]),
        stages);
  }

  /** Seconds of the stages that compute statistics. */
  double statistics() {
    return stages.entrySet().stream()
        .filter(s -> s.getKey().startsWith("statistics") && !s.getKey().endsWith(".observations"))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  static double seconds(List<Measured> runs) {
    return median(runs.stream().map(Measured::seconds).toList());
  }

  static double cpu(List<Measured> runs) {
    return median(runs.stream().map(Measured::cpuSeconds).toList());
  }

  static long peak(List<Measured> runs) {
    return runs.stream().mapToLong(Measured::peakMegabytes).max().orElse(0);
  }
}
