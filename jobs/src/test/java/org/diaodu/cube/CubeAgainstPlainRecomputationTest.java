package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Better;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cube over random small countries, with holes, withdrawals, revisions, breaks, simulated
 * parts, nested and overlapping areas, held against a computation that shares nothing with it: each
 * figure is looked up by its key when it is asked for, and ratios are fractions of whole numbers.
 */
class CubeAgainstPlainRecomputationTest {
  private static final LocalDate AS_OF = LocalDate.of(2025, 6, 1);
  private static final int FIRST = TimePeriod.of("2021-01").ordinal();
  private static final int LAST = TimePeriod.of("2024-12").ordinal();

  /** Area, parent, whether it is in the total. */
  private static final List<AreaHierarchy.Place> AREAS =
      List.of(
          new AreaHierarchy.Place("C", null, true),
          new AreaHierarchy.Place("A", "C", true),
          new AreaHierarchy.Place("B", "C", true),
          new AreaHierarchy.Place("Z", "C", false),
          new AreaHierarchy.Place("A1", "A", true),
          new AreaHierarchy.Place("A2", "A", true),
          new AreaHierarchy.Place("A3", "A", true),
          new AreaHierarchy.Place("B1", "B", true));

  private static final List<IndicatorDefinition> INDICATORS =
      List.of(
          indicator("sales", IndicatorKind.flow, GrowthSource.published_else_computed, Better.up),
          indicator("taxes", IndicatorKind.flow, GrowthSource.published, Better.up),
          indicator("waste", IndicatorKind.flow, GrowthSource.computed, Better.down),
          indicator("firms", IndicatorKind.stock, GrowthSource.computed, Better.up));

  /** What names a figure. */
  private record Key(String of, String area, Accumulation accumulation, Measure measure, int t) {}

  private Map<Key, Vintage> latest;

  /** By indicator and area. */
  private Map<String, TreeSet<Integer>> breaks;

  static IntStream seeds() {
    return IntStream.range(0, 8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRowIsWhatItsDefinitionsSay(int seed) {
    List<Observation> observations = observations(new Random(seed));
    latest = latest(observations);
    breaks = new HashMap<>();
    latest.forEach(
        (key, vintage) -> {
          if (vintage.status() == ObservationStatus.B) {
            breaks.computeIfAbsent(key.of() + " " + key.area(), k -> new TreeSet<>()).add(key.t());
          }
        });
    List<PeerGroupCube> cubes = new Cubes(INDICATORS, new AreaHierarchy(AREAS)).of(observations);

    List<GrowthRow> growth =
        cubes.stream().flatMap(cube -> GrowthRows.of(cube, AS_OF).stream()).toList();
    List<AreaShareRow> shares =
        cubes.stream().flatMap(cube -> AreaShareRows.of(cube, AS_OF).stream()).toList();
    List<AdditivityRow> additivity =
        cubes.stream().flatMap(cube -> AdditivityRows.of(cube, AS_OF).stream()).toList();

    assertThat(growth.stream().map(CubeAgainstPlainRecomputationTest::text))
        .containsExactlyInAnyOrderElementsOf(expectedGrowth());
    assertThat(shares.stream().map(CubeAgainstPlainRecomputationTest::text))
        .containsExactlyInAnyOrderElementsOf(expectedShares());
    assertThat(additivity.stream().map(CubeAgainstPlainRecomputationTest::text))
        .containsExactlyInAnyOrderElementsOf(expectedAdditivity());
  }

  private static String text(GrowthRow r) {
    return String.join(
        " ",
        r.indicator(),
        r.refArea(),
        "" + r.accumulation(),
        "" + r.timePeriod(),
        "level " + plain(r.level()),
        "on " + plain(r.levelYearAgo()),
        "yoy " + plain(r.yoyPct()),
        "computed " + plain(r.yoyComputedPct()),
        "average " + plain(r.twoYearAveragePct()),
        "" + r.twoYearAverageFlag(),
        "" + r.twoYearAverageProvenance(),
        "year end " + plain(r.sinceYearEndPct()),
        "contribution " + plain(r.contributionPp()),
        "rate " + plain(r.contributionRatePct()),
        "" + r.contributionFlag(),
        "" + r.contributionProvenance(),
        "places " + r.rankYoy() + " " + r.rankLevel() + " of " + r.peers(),
        "before " + r.rankYoyLastPeriod() + " " + r.rankYoyLastYear(),
        "" + r.flag(),
        "" + r.provenance(),
        "" + r.releaseDate());
  }

  private static String text(AreaShareRow r) {
    return String.join(
        " ",
        r.indicator(),
        r.refArea(),
        "" + r.accumulation(),
        "" + r.timePeriod(),
        plain(r.level()) + " of " + plain(r.totalLevel()),
        "" + r.denominator(),
        "share " + plain(r.sharePct()),
        "change " + plain(r.changePp()),
        "" + r.flag(),
        "" + r.provenance());
  }

  private static String text(AdditivityRow r) {
    return String.join(
        " ",
        r.indicator(),
        r.refArea(),
        "" + r.accumulation(),
        "" + r.timePeriod(),
        plain(r.publishedTotal()) + " less " + plain(r.areasSum()) + " is " + plain(r.residual()),
        r.areasCounted() + " of " + r.areasExpected(),
        "" + r.overlappingAreas());
  }

  private List<String> expectedGrowth() {
    List<String> rows = new ArrayList<>();
    for (One one : all()) {
      BigDecimal level = one.level();
      BigDecimal ago = one.base();
      BigDecimal average = one.average();
      BigDecimal contribution = one.contribution();
      BigDecimal rate = one.rate();
      rows.add(
          String.join(
              " ",
              one.of.indicator(),
              one.area,
              "" + one.accumulation,
              "" + one.period(),
              "level " + plain(level),
              "on " + plain(ago),
              "yoy " + plain(one.growth()),
              "computed " + plain(one.computed()),
              "average " + plain(average),
              flag(average != null && (one.broken() || one.yearAgo().broken())),
              average == null
                  ? "null"
                  : simulated(one.growthIsSimulated() || one.yearAgo().growthIsSimulated()),
              "year end " + plain(one.sinceYearEnd()),
              "contribution " + plain(contribution),
              "rate " + plain(rate),
              flag(contribution != null && (one.broken() || one.yearAgo().wholeBrokeBy(one.t))),
              contribution == null ? "null" : simulated(one.contributionIsSimulated()),
              "places "
                  + one.place(One::growth)
                  + " "
                  + one.place(One::level)
                  + " of "
                  + one.peers(),
              "before "
                  + one.at(one.t - 1).place(One::growth)
                  + " "
                  + one.yearAgo().place(One::growth),
              flag(one.broken()),
              simulated(one.isSimulated()),
              "" + one.released()));
    }
    return rows;
  }

  private List<String> expectedShares() {
    List<String> rows = new ArrayList<>();
    for (One one : all()) {
      if (one.parent() == null || one.isPair()) {
        continue;
      }
      BigDecimal share = one.share();
      BigDecimal then = one.yearAgo().share();
      boolean sameKind = one.publishedWhole() == one.yearAgo().publishedWhole();
      boolean simulated = one.shareIsSimulated();
      if (then != null) {
        simulated |= one.yearAgo().shareIsSimulated();
      }
      rows.add(
          String.join(
              " ",
              one.of.indicator(),
              one.area,
              "" + one.accumulation,
              "" + one.period(),
              plain(one.level()) + " of " + plain(one.whole()),
              one.whole() == null
                  ? "null"
                  : one.publishedWhole() ? "published_total" : "sum_of_areas",
              "share " + plain(share),
              "change "
                  + plain(share == null || then == null || !sameKind ? null : share.subtract(then)),
              flag(one.broken() || one.wholeBrokeBy(one.t)),
              simulated(simulated)));
    }
    return rows;
  }

  private List<String> expectedAdditivity() {
    List<String> rows = new ArrayList<>();
    for (IndicatorDefinition of : INDICATORS) {
      for (Accumulation accumulation : Accumulation.values()) {
        for (String parent : List.of("C", "A", "B")) {
          for (int t = FIRST; t <= LAST; t++) {
            One whole = new One(of, parent, accumulation, t);
            boolean any =
                Stream.concat(Stream.of(whole), whole.parts().stream())
                    .anyMatch(one -> one.isThere() && !one.isPair());
            if (any) {
              rows.add(additivity(whole));
            }
          }
        }
      }
    }
    return rows;
  }

  private static String additivity(One whole) {
    BigDecimal own = whole.isPair() ? null : whole.level();
    BigDecimal sum = whole.sumOfParts();
    List<String> overlapping =
        AREAS.stream()
            .filter(area -> whole.area.equals(area.parent()) && !area.inTotal())
            .map(area -> whole.in(area.refArea()))
            .filter(one -> !one.isPair() && one.level() != null)
            .map(one -> one.area)
            .toList();
    long counted = whole.parts().stream().filter(p -> !p.isPair() && p.level() != null).count();
    return String.join(
        " ",
        whole.of.indicator(),
        whole.area,
        "" + whole.accumulation,
        "" + whole.period(),
        plain(own)
            + " less "
            + plain(sum)
            + " is "
            + plain(own == null || sum == null ? null : own.subtract(sum)),
        counted + " of " + whole.parts().size(),
        overlapping.isEmpty() ? "null" : "" + overlapping);
  }

  private List<One> all() {
    List<One> all = new ArrayList<>();
    for (IndicatorDefinition of : INDICATORS) {
      for (AreaHierarchy.Place area : AREAS) {
        for (Accumulation accumulation : Accumulation.values()) {
          for (int t = FIRST; t <= LAST; t++) {
            One one = new One(of, area.refArea(), accumulation, t);
            if (one.isThere()) {
              all.add(one);
            }
          }
        }
      }
    }
    return all;
  }

  /** One figure, of which everything is looked up anew. */
  private final class One {
    private final IndicatorDefinition of;
    private final String area;
    private final Accumulation accumulation;
    private final int t;

    One(IndicatorDefinition of, String area, Accumulation accumulation, int t) {
      this.of = of;
      this.area = area;
      this.accumulation = accumulation;
      this.t = t;
    }

    TimePeriod period() {
      return TimePeriod.ofOrdinal(Frequency.M, t);
    }

    One at(int other) {
      return new One(of, area, accumulation, other);
    }

    One yearAgo() {
      return at(t - 12);
    }

    One in(String other) {
      return new One(of, other, accumulation, t);
    }

    private Vintage found(Accumulation accumulation, Measure measure, int t) {
      return latest.get(new Key(of.indicator(), area, accumulation, measure, t));
    }

    private BigDecimal cumulative(int t) {
      Vintage found = found(Accumulation.YTD, Measure.LEVEL, t);
      return found == null ? null : found.value();
    }

    private boolean isDerived() {
      if (accumulation != Accumulation.PER) {
        return false;
      }
      Vintage own = found(Accumulation.PER, Measure.LEVEL, t);
      return own == null && derivable();
    }

    private boolean derivable() {
      int month = t % 12 + 1;
      return cumulative(t) != null && (month <= 2 || cumulative(t - 1) != null);
    }

    private boolean isDifference() {
      return isDerived() && t % 12 != 0 && cumulative(t - 1) != null;
    }

    boolean isPair() {
      return isDerived() && t % 12 == 1 && cumulative(t - 1) == null;
    }

    boolean isThere() {
      return found(accumulation, Measure.LEVEL, t) != null
          || found(accumulation, Measure.YOY, t) != null
          || isDerived();
    }

    BigDecimal level() {
      if (isDerived()) {
        return isDifference() ? cumulative(t).subtract(cumulative(t - 1)) : cumulative(t);
      }
      Vintage own = found(accumulation, Measure.LEVEL, t);
      return own == null ? null : own.value();
    }

    private List<Vintage> levelMadeFrom() {
      if (isDerived()) {
        Vintage now = found(Accumulation.YTD, Measure.LEVEL, t);
        return isDifference()
            ? List.of(now, found(Accumulation.YTD, Measure.LEVEL, t - 1))
            : List.of(now);
      }
      Vintage own = found(accumulation, Measure.LEVEL, t);
      return own == null ? List.of() : List.of(own);
    }

    BigDecimal base() {
      One then = yearAgo();
      return then.level() == null || then.isPair() != isPair() ? null : then.level();
    }

    BigDecimal computed() {
      return level() == null || base() == null || base().signum() <= 0
          ? null
          : percent(level().subtract(base()), base());
    }

    private boolean waitsForPublished() {
      return of.growthSource() == GrowthSource.published
          || (isDerived() && of.growthSource() != GrowthSource.computed);
    }

    private boolean goesByPublished() {
      return of.growthSource() != GrowthSource.computed && publishedGrowth() != null;
    }

    private BigDecimal publishedGrowth() {
      Vintage found = found(accumulation, Measure.YOY, t);
      return found == null ? null : found.value();
    }

    BigDecimal growth() {
      if (goesByPublished()) {
        return publishedGrowth();
      }
      return waitsForPublished() ? null : computed();
    }

    BigDecimal average() {
      BigDecimal now = growth();
      BigDecimal then = yearAgo().growth();
      if (now == null || then == null) {
        return null;
      }
      BigDecimal product = index(now).multiply(index(then));
      if (index(now).signum() <= 0 || index(then).signum() <= 0) {
        return null;
      }
      // The nearest millionth by bisection on squares.
      BigInteger low = BigInteger.ZERO;
      BigInteger high = BigInteger.TEN.pow(12);
      while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
        BigInteger middle = low.add(high).shiftRight(1);
        BigDecimal lowerEdge = new BigDecimal(middle, 6).subtract(new BigDecimal("0.0000005"));
        if (lowerEdge.multiply(lowerEdge).compareTo(product) <= 0) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return new BigDecimal(low, 6).subtract(BigDecimal.valueOf(100));
    }

    private BigDecimal index(BigDecimal growth) {
      return growth.add(BigDecimal.valueOf(100));
    }

    private One december() {
      return at(t - t % 12 - 1);
    }

    BigDecimal sinceYearEnd() {
      if (of.kind() != IndicatorKind.stock || level() == null) {
        return null;
      }
      BigDecimal end = december().level();
      return end == null || end.signum() <= 0 ? null : percent(level().subtract(end), end);
    }

    boolean broken() {
      int from = yearAgo().isDifference() ? t - 12 : t - 11;
      return brokenBetween(from, t);
    }

    private boolean brokenBetween(int first, int last) {
      return !breaks
          .getOrDefault(of.indicator() + " " + area, new TreeSet<>())
          .subSet(first, last + 1)
          .isEmpty();
    }

    boolean isSimulated() {
      List<Vintage> used = new ArrayList<>(levelMadeFrom());
      used.add(found(accumulation, Measure.YOY, t));
      if (base() != null) {
        used.addAll(yearAgo().levelMadeFrom());
      }
      if (of.kind() == IndicatorKind.stock && december().level() != null) {
        used.addAll(december().levelMadeFrom());
      }
      return anySimulated(used);
    }

    LocalDate released() {
      List<Vintage> used = new ArrayList<>(levelMadeFrom());
      used.add(found(accumulation, Measure.YOY, t));
      if (base() != null) {
        used.addAll(yearAgo().levelMadeFrom());
      }
      if (of.kind() == IndicatorKind.stock && december().level() != null) {
        used.addAll(december().levelMadeFrom());
      }
      return used.stream()
          .filter(Objects::nonNull)
          .map(Vintage::released)
          .max(LocalDate::compareTo)
          .orElseThrow();
    }

    boolean growthIsSimulated() {
      if (goesByPublished()) {
        return anySimulated(List.of(found(accumulation, Measure.YOY, t)));
      }
      List<Vintage> used = new ArrayList<>(levelMadeFrom());
      used.addAll(yearAgo().levelMadeFrom());
      return anySimulated(used);
    }

    String parent() {
      return known(area).parent();
    }

    List<One> parts() {
      return AREAS.stream()
          .filter(other -> area.equals(other.parent()) && other.inTotal())
          .map(other -> in(other.refArea()))
          .toList();
    }

    BigDecimal sumOfParts() {
      if (parts().stream().anyMatch(part -> part.isPair() || part.level() == null)) {
        return null;
      }
      return parts().stream().map(One::level).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The parent at the same time. */
    private One above() {
      return in(parent());
    }

    private boolean publishedWhole() {
      return !above().isPair() && above().level() != null;
    }

    BigDecimal whole() {
      return publishedWhole() ? above().level() : above().sumOfParts();
    }

    private boolean wholeIsSimulated() {
      if (whole() == null) {
        return false;
      }
      return publishedWhole()
          ? anySimulated(above().levelMadeFrom())
          : above().parts().stream().anyMatch(part -> anySimulated(part.levelMadeFrom()));
    }

    /** Whether what the whole is made from broke in the year before a period. */
    boolean wholeBrokeBy(int period) {
      if (whole() == null) {
        return false;
      }
      return publishedWhole()
          ? above().at(period).broken()
          : above().parts().stream().anyMatch(part -> part.at(period).broken());
    }

    BigDecimal share() {
      return isPair() || level() == null || whole() == null || whole().signum() <= 0
          ? null
          : percent(level(), whole());
    }

    boolean shareIsSimulated() {
      return anySimulated(levelMadeFrom()) || wholeIsSimulated();
    }

    BigDecimal contribution() {
      BigDecimal whole = parent() == null || isPair() ? null : yearAgo().whole();
      if (whole == null || whole.signum() <= 0 || base() == null) {
        return null;
      }
      if (goesByPublished()) {
        return fraction(base().multiply(publishedGrowth()), whole);
      }
      return waitsForPublished() || level() == null
          ? null
          : percent(level().subtract(base()), whole);
    }

    BigDecimal rate() {
      if (contribution() == null) {
        return null;
      }
      BigDecimal wholeThen = yearAgo().whole();
      One above = above();
      if (!above.isPair() && above.growth() != null) {
        if (above.goesByPublished() != goesByPublished()) {
          return null;
        }
        if (!goesByPublished()) {
          return ofIncrement(above.level(), wholeThen);
        }
        return above.growth().signum() == 0
            ? null
            : percent(base().multiply(publishedGrowth()), wholeThen.multiply(above.growth()));
      }
      boolean sums = !yearAgo().publishedWhole() && !publishedWhole() && above.sumOfParts() != null;
      return goesByPublished() || !sums ? null : ofIncrement(above.sumOfParts(), wholeThen);
    }

    private BigDecimal ofIncrement(BigDecimal whole, BigDecimal wholeThen) {
      return whole.compareTo(wholeThen) == 0
          ? null
          : percent(level().subtract(base()), whole.subtract(wholeThen));
    }

    boolean contributionIsSimulated() {
      List<Vintage> used = new ArrayList<>(yearAgo().levelMadeFrom());
      if (goesByPublished()) {
        used.add(found(accumulation, Measure.YOY, t));
      } else {
        used.addAll(levelMadeFrom());
      }
      boolean simulated = anySimulated(used) || yearAgo().wholeIsSimulated();
      if (rate() == null) {
        return simulated;
      }
      boolean hasOwnGrowth = !above().isPair() && above().growth() != null;
      return simulated || (hasOwnGrowth ? above().growthIsSimulated() : wholeIsSimulated());
    }

    private boolean isRanked() {
      return parent() != null && known(area).inTotal();
    }

    Integer place(Function<One, BigDecimal> by) {
      BigDecimal own = isRanked() && isThere() && !isPair() ? by.apply(this) : null;
      if (own == null) {
        return null;
      }
      return 1
          + (int)
              above().parts().stream()
                  .filter(peer -> peer.isThere() && !peer.isPair())
                  .map(by)
                  .filter(Objects::nonNull)
                  .filter(
                      other ->
                          of.better() == Better.up
                              ? other.compareTo(own) > 0
                              : other.compareTo(own) < 0)
                  .count();
    }

    Integer peers() {
      return isRanked() ? (int) above().parts().stream().filter(One::isThere).count() : null;
    }
  }

  private static AreaHierarchy.Place known(String area) {
    return AREAS.stream().filter(a -> a.refArea().equals(area)).findFirst().orElseThrow();
  }

  private static boolean anySimulated(List<Vintage> used) {
    return used.stream()
        .filter(Objects::nonNull)
        .anyMatch(vintage -> vintage.provenance() == Provenance.simulated);
  }

  private static String flag(boolean broken) {
    return broken ? "break_in_series" : "null";
  }

  private static String simulated(boolean simulated) {
    return simulated ? "simulated" : "official";
  }

  private static BigDecimal percent(BigDecimal numerator, BigDecimal denominator) {
    return fraction(numerator.movePointRight(2), denominator);
  }

  /** As whole numbers, doubled, plus one half, divided once. */
  private static BigDecimal fraction(BigDecimal numerator, BigDecimal denominator) {
    BigInteger n = numerator.setScale(14).unscaledValue().multiply(BigInteger.TEN.pow(6));
    BigInteger d = denominator.setScale(14).unscaledValue();
    BigInteger magnitude = n.abs().shiftLeft(1).add(d.abs()).divide(d.abs().shiftLeft(1));
    return new BigDecimal(n.signum() * d.signum() < 0 ? magnitude.negate() : magnitude, 6);
  }

  private static String plain(BigDecimal value) {
    return value == null ? "none" : value.setScale(6).toPlainString();
  }

  private static IndicatorDefinition indicator(
      String code, IndicatorKind kind, GrowthSource source, Better better) {
    return new IndicatorDefinition(code, kind, source, better, true, 1);
  }

  private static Map<Key, Vintage> latest(List<Observation> observations) {
    Map<Key, Vintage> latest = new HashMap<>();
    for (Observation seen : observations) {
      Key key =
          new Key(
              seen.indicator(),
              seen.refArea(),
              seen.accumulation(),
              seen.measure(),
              seen.period().ordinal());
      latest.merge(key, seen.vintage(), (a, b) -> supersedes(b, a) ? b : a);
    }
    return latest;
  }

  private static boolean supersedes(Vintage b, Vintage a) {
    if (a.provenance() != b.provenance()) {
      return b.provenance() == Provenance.official;
    }
    int byDay = b.released().compareTo(a.released());
    return byDay != 0 ? byDay > 0 : b.recordedAt() > a.recordedAt();
  }

  private static List<Observation> observations(Random random) {
    List<Observation> all = new ArrayList<>();
    for (IndicatorDefinition of : INDICATORS) {
      boolean stock = of.kind() == IndicatorKind.stock;
      for (AreaHierarchy.Place area : AREAS) {
        for (int t = FIRST; t <= LAST; t++) {
          TimePeriod period = TimePeriod.ofOrdinal(Frequency.M, t);
          Accumulation usual = stock ? Accumulation.EOP : Accumulation.YTD;
          some(random, 8, all, of, area, period, usual, Measure.LEVEL);
          if (!stock) {
            some(random, 3, all, of, area, period, usual, Measure.YOY);
            if (random.nextInt(12) == 0) {
              some(random, 8, all, of, area, period, Accumulation.PER, Measure.LEVEL);
            }
          }
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
      IndicatorDefinition of,
      AreaHierarchy.Place area,
      TimePeriod period,
      Accumulation accumulation,
      Measure measure) {
    if (random.nextInt(10) >= often) {
      return;
    }
    int times = random.nextInt(15) == 0 ? 2 : 1;
    for (int i = 0; i < times; i++) {
      boolean withdrawn = measure == Measure.LEVEL && random.nextInt(30) == 0;
      BigDecimal value =
          BigDecimal.valueOf(random.nextInt(40) == 0 ? 0 : random.nextInt(2_000) - 100, 1);
      all.add(
          new Observation(
              of.indicator(),
              area.refArea(),
              period,
              accumulation,
              measure,
              new Vintage(
                  withdrawn ? null : value.setScale(6),
                  1,
                  withdrawn
                      ? ObservationStatus.M
                      : measure == Measure.LEVEL && random.nextInt(25) == 0
                          ? ObservationStatus.B
                          : ObservationStatus.A,
                  period.lastDay().plusDays(10 + random.nextInt(30)),
                  all.size(),
                  all.size(),
                  random.nextInt(12) == 0 ? Provenance.simulated : Provenance.official)));
    }
  }
}
