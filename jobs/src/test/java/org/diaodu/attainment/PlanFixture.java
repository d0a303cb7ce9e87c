package org.diaodu.attainment;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;

/** A plan, figures and reports written down one by one, and what they are judged to be. */
final class PlanFixture {
  private final PackCopy files;
  private final List<Consumer<CubeFixture>> figures = new ArrayList<>();
  private final List<ProgressReport> reports = new ArrayList<>();

  /** The targets of three invented areas. */
  PlanFixture(Path folder) throws IOException {
    this.files = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
  }

  /** A cumulative amount of every month, whose growth is published or else computed. */
  PlanFixture indicator(String name) throws IOException {
    files.add(
        "indicators.csv",
        "%s,%s,%s,亿元,flow,M,YTD,true,published_else_computed,up,2,0,,".formatted(name, name, name));
    return this;
  }

  /** A series of a kind, of all areas, that comes as often as its periods are long. */
  PlanFixture series(String name, String kind, String unit, Frequency frequency)
      throws IOException {
    boolean isSum = kind.equals("flow") || kind.equals("stock");
    return add(
        "indicators.csv",
        "%s,%s,%s,%s,%s,%s,%s,%s,%s,up,2,,,"
            .formatted(
                name,
                name,
                name,
                unit,
                kind,
                frequency,
                kind.equals("stock") ? "EOP" : "YTD",
                isSum,
                kind.equals("growth_only") ? "published" : "published_else_computed"));
  }

  /** Another text in the place of a file of the pack. */
  PlanFixture write(String file, String text) throws IOException {
    Files.writeString(files.folder().resolve(file), text);
    return this;
  }

  /** A line at the end of a file of the pack. */
  PlanFixture add(String file, String line) throws IOException {
    files.add(file, line);
    return this;
  }

  /** A target of the whole. */
  PlanFixture target(
      String id, String indicator, String kind, String comparator, String value, String rule)
      throws IOException {
    return target(id, indicator, "T00", kind, comparator, value, rule);
  }

  /** A target of some areas. */
  PlanFixture target(
      String id,
      String indicator,
      String areas,
      String kind,
      String comparator,
      String value,
      String rule)
      throws IOException {
    String targetClass =
        comparator.contains(":") ? "relative" : value.isEmpty() ? "directional" : "quantified";
    files.add(
        "targets.csv",
        "%s,0,试验行动,1,%s,目标%s,%s,%s,%s,%s,%s,%s,,%s,t_office,,,2024-12-31,,"
            .formatted(
                id,
                indicator,
                id,
                targetClass,
                kind,
                comparator,
                value,
                kind.equals("increment") || kind.equals("level") ? unitOf(indicator) : "%",
                rule,
                areas));
    return this;
  }

  private String unitOf(String indicator) throws IOException {
    return Files.readAllLines(files.folder().resolve("indicators.csv")).stream()
        .filter(line -> line.startsWith(indicator + ","))
        .map(line -> line.split(",")[3])
        .findFirst()
        .orElseThrow();
  }

  /** Another line of the policy. */
  PlanFixture policy(String old, String now) throws IOException {
    files.edit("policy.yaml", old, now);
    return this;
  }

  PlanFixture figures(Consumer<CubeFixture> written) {
    figures.add(written);
    return this;
  }

  /** A report of the part that is done, in percent; null where the status says it. */
  PlanFixture report(String target, String period, String percent, String status, String day) {
    return report(target, period, null, percent, status, day);
  }

  /** A report of an amount. */
  PlanFixture amount(String target, String period, String amount, String day) {
    return report(target, period, amount, null, "on_schedule", day);
  }

  RegionPack pack() {
    return files.read();
  }

  /** What is due on the day of the fixture, by target, area and period: {@code X-1 T00 2024-06}. */
  Map<String, AttainmentRow> rows() {
    return rows(CubeFixture.AS_OF);
  }

  Map<String, AttainmentRow> rows(LocalDate asOf) {
    RegionPack pack = pack();
    return judged(pack, PlannedCheck.due(pack, asOf)).stream()
        .map(JudgedCheck::row)
        .collect(
            Collectors.toMap(
                row -> row.targetId() + " " + row.refArea() + " " + row.timePeriod(),
                Function.identity()));
  }

  List<JudgedCheck> judged(RegionPack pack, List<PlannedCheck> checks) {
    CubeFixture written = new CubeFixture(pack);
    figures.forEach(each -> each.accept(written));
    return JudgedChecks.of(
        pack,
        checks,
        GroupFigures.ofAll(written.cubes(), written.observations(), WantedFigures.of(pack, checks)),
        reports);
  }

  private PlanFixture report(
      String target, String period, String amount, String percent, String status, String day) {
    reports.add(
        new ProgressReport(
            target,
            "target",
            "T00",
            TimePeriod.of(period),
            "",
            number(amount),
            number(percent),
            status,
            "test evidence",
            "bureau",
            null,
            null,
            LocalDate.parse(day),
            null,
            Instant.parse(day + "T12:00:00Z"),
            Provenance.official));
    return this;
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text).setScale(6);
  }
}
