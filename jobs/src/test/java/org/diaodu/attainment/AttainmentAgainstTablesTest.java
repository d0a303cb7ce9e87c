package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.cube.CapitalShareRow;
import org.diaodu.cube.CapitalShareRows;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.GrowthRow;
import org.diaodu.cube.GrowthRows;
import org.diaodu.cube.Observation;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Growth;
import org.diaodu.domain.Measure;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is held against the growth and share targets of a real plan is what the tables for analysts
 * say of the same day: over random figures with holes, withdrawals, revisions, breaks and simulated
 * parts.
 */
class AttainmentAgainstTablesTest {
  private static final RegionPack PACK = Packs.xiangxi();
  private static final Cubes CUBES = new CubeFixture(PACK).cubes();
  private static final Set<Target.Kind> KINDS =
      Set.of(Target.Kind.growth_yoy, Target.Kind.capital_share);

  /** What names a figure of a table. */
  private record Key(String indicator, String refArea, TimePeriod period) {}

  /** What is expected of one side of a comparison. */
  private record Side(
      BigDecimal value,
      NotComputed why,
      Provenance provenance,
      SeriesFlag flag,
      boolean isOverBreak) {}

  private final Map<Key, GrowthRow> growth = new HashMap<>();
  private final Map<Key, CapitalShareRow> shares = new HashMap<>();
  private final Map<Key, Map<Measure, Vintage>> latest = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"2024-04-30", "2024-08-31", "2025-02-28"})
  void valueReasonProvenanceAndFlagAreThoseOfTheRowsThatAreJudged(String day) {
    LocalDate asOf = LocalDate.parse(day);
    List<PlannedCheck> checks =
        PlannedCheck.due(PACK, asOf).stream()
            .filter(check -> KINDS.contains(check.target().kind()))
            .toList();
    WantedFigures wanted = WantedFigures.of(PACK, checks);
    List<Observation> observations = observations(new Random(asOf.toEpochDay()), wanted);
    readTables(observations, asOf);

    List<AttainmentRow> rows =
        JudgedChecks.rowsAsOf(
            JudgedChecks.of(
                PACK, checks, GroupFigures.ofAll(CUBES, observations, wanted), List.of()),
            asOf);

    assertThat(rows).hasSameSizeAs(checks);
    for (int i = 0; i < checks.size(); i++) {
      assertThat(text(rows.get(i)))
          .as("%s %s %s", rows.get(i).targetId(), rows.get(i).refArea(), rows.get(i).timePeriod())
          .isEqualTo(expected(checks.get(i), rows.get(i).projected() != null));
    }
    assertThat(rows).as("judged growth").anyMatch(row -> row.notComputedBecause() == null);
    assertThat(rows).anyMatch(row -> row.notComputedBecause() == NotComputed.series_break);
    assertThat(rows).anyMatch(row -> row.provenance() == Provenance.simulated);
  }

  private static String text(AttainmentRow row) {
    return "%s against %s because %s from %s %s"
        .formatted(
            plain(row.actual()),
            plain(row.targetValue()),
            row.notComputedBecause(),
            row.provenance(),
            row.flag());
  }

  private String expected(PlannedCheck check, boolean isProjected) {
    Side actual = actual(check);
    Side required = required(check);
    NotComputed why = null;
    if (check.target().targetClass() == Target.TargetClass.nominal) {
      why = NotComputed.not_a_commitment;
    } else if (required.why() == NotComputed.value_not_set) {
      why = NotComputed.value_not_set;
    } else if (actual.value() == null) {
      why = check.due() ? actual.why() : NotComputed.not_due;
    } else if (required.value() == null) {
      why = required.why();
    } else if (actual.isOverBreak() || required.isOverBreak()) {
      why = NotComputed.series_break;
    }
    Provenance provenance =
        actual.value() == null
            ? null
            : Provenance.ofUsed(actual.provenance(), required.provenance());
    assertThat(actual.value() == null && isProjected)
        .as("a series without a figure is not estimated here")
        .isFalse();
    return "%s against %s because %s from %s %s"
        .formatted(
            plain(actual.value()),
            plain(required.value()),
            why,
            provenance,
            actual.flag() != null ? actual.flag() : required.flag());
  }

  private Side actual(PlannedCheck check) {
    Indicator indicator = check.indicator().orElseThrow();
    if (check.target().kind() == Target.Kind.growth_yoy) {
      return growth(indicator, check);
    }
    CapitalShareRow row = shares.get(key(indicator, PACK.totalArea(), check.period()));
    return row == null
        ? new Side(null, NotComputed.no_observation, null, null, false)
        : new Side(row.sharePct(), row.notComputedBecause(), row.provenance(), row.flag(), false);
  }

  private Side required(PlannedCheck check) {
    Target target = check.target();
    if (target.kind() == Target.Kind.capital_share) {
      CapitalShareRow row =
          shares.get(key(check.indicator().orElseThrow(), PACK.totalArea(), check.period()));
      return row == null
          ? new Side(null, null, null, null, false)
          : new Side(
              row.changePp() == null ? null : row.shareYearAgoPct(),
              row.changeNotComputedBecause(),
              row.provenance(),
              row.flag(),
              row.flag() != null);
    }
    if (target.comparator().isRelative()) {
      Side reference = growth(PACK.indicator(target.reference()).orElseThrow(), check);
      return reference.value() == null
          ? new Side(null, NotComputed.no_reference, null, null, false)
          : reference;
    }
    return new Side(
        target.value(),
        target.value() == null ? NotComputed.value_not_set : null,
        null,
        null,
        false);
  }

  private Side growth(Indicator indicator, PlannedCheck check) {
    GrowthRow row = growth.get(key(indicator, check.refArea(), check.period()));
    return row == null
        ? new Side(null, NotComputed.no_observation, null, null, false)
        : new Side(
            row.yoyPct(),
            row.notComputedBecause(),
            provenance(row),
            row.flag(),
            row.flag() != null && row.yoyBasis() == Growth.Basis.computed);
  }

  /** The table's provenance is of level and growth; only what the growth was made from counts. */
  private Provenance provenance(GrowthRow row) {
    if (row.provenance() == Provenance.official) {
      return Provenance.official;
    }
    Key now = new Key(row.indicator(), row.refArea(), row.timePeriod());
    if (row.yoyBasis() == Growth.Basis.published) {
      return latest.get(now).get(Measure.YOY).provenance();
    }
    Key then = new Key(row.indicator(), row.refArea(), row.timePeriod().yearEarlier());
    return Provenance.ofUsed(
        Stream.of(now, then)
            .map(key -> latest.getOrDefault(key, Map.of()).get(Measure.LEVEL))
            .map(vintage -> vintage == null ? null : vintage.provenance())
            .toArray(Provenance[]::new));
  }

  private void readTables(List<Observation> observations, LocalDate asOf) {
    List<Observation> known =
        observations.stream().filter(seen -> !seen.vintage().released().isAfter(asOf)).toList();
    for (Observation seen : known) {
      latest
          .computeIfAbsent(
              new Key(seen.indicator(), seen.refArea(), seen.period()), key -> new HashMap<>())
          .merge(
              seen.measure(),
              seen.vintage(),
              (a, b) -> Vintage.PRECEDENCE.compare(a, b) >= 0 ? a : b);
    }
    for (PeerGroupCube cube : CUBES.of(known)) {
      for (GrowthRow row : GrowthRows.of(cube, asOf)) {
        if (isUsual(row.indicator(), row.accumulation())) {
          growth.put(new Key(row.indicator(), row.refArea(), row.timePeriod()), row);
        }
      }
      for (CapitalShareRow row :
          CapitalShareRows.of(cube, PACK.totalArea(), PACK.capitalArea(), asOf)) {
        if (isUsual(row.indicator(), row.accumulation())) {
          shares.put(new Key(row.indicator(), PACK.totalArea(), row.timePeriod()), row);
        }
      }
    }
  }

  private static boolean isUsual(String indicator, Accumulation accumulation) {
    return PACK.indicator(indicator).map(Indicator::accumulation).equals(Optional.of(accumulation));
  }

  private static Key key(Indicator indicator, String area, TimePeriod period) {
    return new Key(indicator.indicator(), area, period);
  }

  private static String plain(BigDecimal value) {
    return value == null ? "none" : value.stripTrailingZeros().toPlainString();
  }

  /** Two and a half years of every series that is wanted, in every area. */
  private static List<Observation> observations(Random random, WantedFigures wanted) {
    Map<String, Indicator> indicators =
        PACK.indicators().stream()
            .collect(Collectors.toMap(Indicator::indicator, Function.identity()));
    List<Observation> all = new ArrayList<>();
    for (WantedFigures.Series series : wanted.series()) {
      Indicator indicator = indicators.get(series.indicator());
      TimePeriod first = TimePeriod.containing(series.frequency(), LocalDate.of(2022, 7, 1));
      TimePeriod last = TimePeriod.containing(series.frequency(), LocalDate.of(2024, 12, 31));
      for (Area area : PACK.areas()) {
        for (TimePeriod period : first.through(last)) {
          some(random, 9, all, indicator, area, period, Measure.LEVEL);
          some(random, 4, all, indicator, area, period, Measure.YOY);
        }
      }
    }
    return all;
  }

  /** In so many of ten cases a figure, now and then with a revision. */
  private static void some(
      Random random,
      int often,
      List<Observation> all,
      Indicator indicator,
      Area area,
      TimePeriod period,
      Measure measure) {
    if (random.nextInt(10) >= often) {
      return;
    }
    int times = random.nextInt(10) == 0 ? 2 : 1;
    for (int i = 0; i < times; i++) {
      boolean isLevel = measure == Measure.LEVEL;
      boolean isWithdrawn = isLevel && random.nextInt(30) == 0;
      BigDecimal value = BigDecimal.valueOf(random.nextInt(2_000) - (isLevel ? 20 : 100), 1);
      ObservationStatus status =
          isLevel && random.nextInt(30) == 0 ? ObservationStatus.B : ObservationStatus.A;
      all.add(
          new Observation(
              indicator.indicator(),
              area.refArea(),
              period,
              indicator.accumulation(),
              measure,
              new Vintage(
                  isWithdrawn ? null : value.setScale(6),
                  1,
                  isWithdrawn ? ObservationStatus.M : status,
                  period.lastDay().plusDays(5 + random.nextInt(40)),
                  all.size(),
                  all.size(),
                  random.nextInt(12) == 0 ? Provenance.simulated : Provenance.official)));
    }
  }
}
