package org.diaodu.bulletin;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/**
 * The figures of one bulletin, collected. For each indicator (target) it is the newest period of
 * the plan year that is not after the bulletin's.
 *
 * @param period month of the bulletin
 * @param growth figures by indicator and area
 * @param shares the capital's shares by indicator
 * @param attainment judgements by target and area
 * @param rectifications what is open, as known on the day
 * @param assessments praise and criticism, as known on the day
 */
public record BulletinFigures(
    TimePeriod period,
    List<GrowthFigure> growth,
    List<ShareFigure> shares,
    List<AttainmentFigure> attainment,
    List<RectificationFigure> rectifications,
    List<AssessmentFigure> assessments) {

  /**
   * Collects the figures; the only actions of this package.
   *
   * @param wanted month; empty = the newest month of the plan year in which any target has a figure
   * @return empty where no target has a figure
   */
  public static Optional<BulletinFigures> collect(
      Dataset<Row> growth,
      Dataset<Row> capitalShare,
      Dataset<Row> attainment,
      Dataset<Row> rectifications,
      Dataset<Row> assessments,
      RegionPack pack,
      Optional<TimePeriod> wanted) {
    List<AttainmentFigure> judged =
        attainment.collectAsList().stream()
            .map(AttainmentFigure::of)
            .filter(f -> isAtTheFrequencyOfItsTarget(pack, f))
            .toList();
    Optional<TimePeriod> period = wanted.or(() -> newestMonth(judged));
    if (period.isEmpty()) {
      return Optional.empty();
    }
    String year = String.valueOf(period.get().year());
    List<GrowthFigure> figures =
        growth.where(col("time_period").startsWith(year)).collectAsList().stream()
            .filter(row -> isTheIndicatorsOwn(pack, row))
            .map(GrowthFigure::of)
            .toList();
    List<ShareFigure> shares =
        capitalShare.where(col("time_period").startsWith(year)).collectAsList().stream()
            .filter(row -> isTheIndicatorsOwn(pack, row))
            .map(ShareFigure::of)
            .toList();
    TimePeriod upTo = period.get();
    return Optional.of(
        new BulletinFigures(
            upTo,
            newest(figures, upTo, GrowthFigure::period, f -> f.indicator() + "/" + f.refArea()),
            newest(shares, upTo, ShareFigure::period, ShareFigure::indicator),
            withThoseNotDue(
                judged,
                newest(
                    judged, upTo, AttainmentFigure::period, f -> f.targetId() + "/" + f.refArea())),
            rectifications
                .where(col("closed_on").isNull())
                .orderBy("due_on", "target_id", "ref_area")
                .collectAsList()
                .stream()
                .map(RectificationFigure::of)
                .toList(),
            assessments
                .where(col("finding").notEqual("none"))
                .orderBy(
                    col("finding").desc(),
                    col("subject_type"),
                    col("score_pct").desc(),
                    col("subject"))
                .collectAsList()
                .stream()
                .map(AssessmentFigure::of)
                .toList()));
  }

  /** A target that comes once a year has no period yet; it is there all the same. */
  private static List<AttainmentFigure> withThoseNotDue(
      List<AttainmentFigure> judged, List<AttainmentFigure> newest) {
    List<AttainmentFigure> all = new ArrayList<>(newest);
    for (AttainmentFigure f : judged) {
      boolean missing =
          newest.stream()
              .noneMatch(n -> n.targetId().equals(f.targetId()) && n.refArea().equals(f.refArea()));
      if (missing && f.light() == Light.no_data) {
        all.add(f);
      }
    }
    return all;
  }

  private static Optional<TimePeriod> newestMonth(List<AttainmentFigure> judged) {
    return judged.stream()
        .filter(f -> f.light() != Light.no_data && f.period().frequency() == Frequency.M)
        .map(AttainmentFigure::period)
        .max(Comparator.naturalOrder());
  }

  private static boolean isTheIndicatorsOwn(RegionPack pack, Row row) {
    return pack.indicator(row.getAs("indicator"))
        .filter(i -> i.accumulation().name().equals(row.getAs("accumulation")))
        .filter(i -> i.frequency().name().equals(row.getAs("freq")))
        .isPresent();
  }

  private static boolean isAtTheFrequencyOfItsTarget(RegionPack pack, AttainmentFigure figure) {
    Target target =
        pack.targets().stream()
            .filter(t -> t.targetId().equals(figure.targetId()))
            .findFirst()
            .orElseThrow();
    return target.kind() == Target.Kind.count_of_areas
        || !target.isMeasured()
        || pack.indicator(target.indicator()).orElseThrow().frequency()
            == figure.period().frequency();
  }

  private static <T> List<T> newest(
      List<T> figures, TimePeriod upTo, Function<T, TimePeriod> period, Function<T, String> key) {
    Map<String, T> newest = new LinkedHashMap<>();
    for (T figure : figures) {
      TimePeriod at = period.apply(figure);
      if (at.year() == upTo.year() && at.monthIndex() <= upTo.monthIndex()) {
        newest.merge(
            key.apply(figure),
            figure,
            (a, b) -> period.apply(a).compareTo(period.apply(b)) >= 0 ? a : b);
      }
    }
    return new ArrayList<>(newest.values());
  }
}
