package org.diaodu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;

/** The simulated months and reports as records, read without a night; units are as written. */
public final class SimulatedRecords {
  private SimulatedRecords() {}

  /** All figures. */
  public static List<Observation> figures(RegionPack pack) {
    return lines(Path.of("data/xiangxi/simulated")).stream()
        .map(
            line ->
                new Observation(
                    indicator(pack, line.get("indicator")),
                    area(pack, line.get("ref_area")),
                    TimePeriod.of(line.get("time_period")),
                    Accumulation.valueOf(line.get("accumulation")),
                    Measure.valueOf(line.get("measure")),
                    new Vintage(
                        number(line.get("obs_value")),
                        1,
                        ObservationStatus.valueOf(line.get("obs_status")),
                        LocalDate.parse(line.get("release_date")),
                        0,
                        0,
                        Provenance.simulated)))
        .toList();
  }

  /** All reports. */
  public static List<ProgressReport> reports(RegionPack pack) {
    return lines(Path.of("data/xiangxi/progress")).stream()
        .map(
            line ->
                new ProgressReport(
                    line.get("item"),
                    line.get("item").startsWith("K-") ? "task" : "target",
                    area(pack, line.get("ref_area")),
                    TimePeriod.of(line.get("time_period")),
                    line.get("milestone"),
                    number(line.get("amount")),
                    number(line.get("percent")),
                    line.get("status"),
                    line.get("evidence").isEmpty() ? null : line.get("evidence"),
                    line.get("reporter"),
                    null,
                    null,
                    LocalDate.parse(line.get("release_date")),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Provenance.simulated))
        .toList();
  }

  private static List<Map<String, String>> lines(Path folder) {
    List<Map<String, String>> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
          String[] cells = line.split(",", -1);
          Map<String, String> row = new HashMap<>();
          header.forEach(column -> row.put(column, cells[header.indexOf(column)]));
          all.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static String area(RegionPack pack, String name) {
    return name.isEmpty()
        ? pack.totalArea()
        : pack.areas().stream()
            .filter(area -> area.nameZh().equals(name) || area.refArea().equals(name))
            .findFirst()
            .orElseThrow()
            .refArea();
  }

  private static String indicator(RegionPack pack, String name) {
    return pack.indicators().stream()
        .filter(i -> i.nameZh().equals(name) || i.indicator().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Cannot find indicator " + name))
        .indicator();
  }
}
