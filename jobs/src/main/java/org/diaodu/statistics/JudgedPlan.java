package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.diaodu.attainment.AttainmentRow;
import org.diaodu.attainment.GroupFigures;
import org.diaodu.attainment.JudgedCheck;
import org.diaodu.attainment.JudgedChecks;
import org.diaodu.attainment.OverdueRectifications;
import org.diaodu.attainment.PlannedCheck;
import org.diaodu.attainment.WantedFigures;
import org.diaodu.contract.RowCodec;
import org.diaodu.cube.Cubes;
import org.diaodu.dispatch.NewestLight;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.dispatch.RectificationRows;
import org.diaodu.dispatch.SeenLight;
import org.diaodu.domain.Light;
import org.diaodu.domain.ProgressReport;
import org.diaodu.peergroup.GroupedFigure;
import org.diaodu.peergroup.PeerGroups;
import org.diaodu.region.RegionPack;

/**
 * Plans held against what is known: every check that is due on a day, and as each dispatch before
 * it knew it; the problems that were handed over for it; and the targets that are about these.
 * Checks are as many as targets, areas and periods, and are held in memory.
 *
 * @param judged checks that are about figures and reports
 * @param rectifications rows of {@code reporting.rectifications}
 * @param attainment rows of {@code statistics.attainment}
 */
record JudgedPlan(
    List<JudgedCheck> judged,
    List<RectificationRow> rectifications,
    List<AttainmentRow> attainment) {

  /** The plans of a pack on the day: what is open of last year's stays open in this one. */
  static JudgedPlan of(KnownOnADay known) {
    List<JudgedPlan> plans =
        known.pack().plansOn(known.asOf()).stream().map(plan -> of(known, plan)).toList();
    return new JudgedPlan(
        all(plans, JudgedPlan::judged),
        all(plans, JudgedPlan::rectifications),
        all(plans, JudgedPlan::attainment));
  }

  private static <T> List<T> all(List<JudgedPlan> plans, Function<JudgedPlan, List<T>> part) {
    return plans.stream().flatMap(plan -> part.apply(plan).stream()).toList();
  }

  private static JudgedPlan of(KnownOnADay known, RegionPack pack) {
    LocalDate asOf = known.asOf();
    List<PlannedCheck> checks = PlannedCheck.sinceTheBeginning(pack, asOf);
    List<ProgressReport> reports = known.reports();
    List<JudgedCheck> judged = judged(known, pack, checks, reports);
    List<SeenLight> seen = seen(judged);
    List<RectificationRow> rectifications =
        RectificationRows.of(
            seen,
            reports,
            pack.distinctTargets(),
            pack.responsibilities(),
            pack.dispatch().office(),
            pack.policies(),
            pack.areas(),
            asOf);
    List<AttainmentRow> attainment = new ArrayList<>(JudgedChecks.rowsAsOf(judged, asOf));
    attainment.addAll(
        JudgedChecks.rowsAsOf(
            aboutRectifications(pack, checks, rectifications, firstLight(seen), asOf), asOf));
    return new JudgedPlan(judged, rectifications, attainment);
  }

  /** The lights of the day alone, without the targets that are about rectifications. */
  static List<AttainmentRow> lights(KnownOnADay known) {
    LocalDate asOf = known.asOf();
    return known.pack().plansOn(asOf).stream()
        .flatMap(
            plan -> {
              List<PlannedCheck> due = PlannedCheck.due(plan, asOf);
              return JudgedChecks.rowsAsOf(judged(known, plan, due, known.reports()), asOf)
                  .stream();
            })
        .toList();
  }

  /** The newest light of each target and area. */
  List<NewestLight> newestLights() {
    return attainment.stream()
        .filter(AttainmentRow::isNewest)
        .map(
            row ->
                new NewestLight(
                    row.targetId(), row.refArea(), row.isSetFor(), row.light(), row.provenance()))
        .toList();
  }

  private static List<JudgedCheck> judged(
      KnownOnADay known, RegionPack pack, List<PlannedCheck> checks, List<ProgressReport> reports) {
    List<PlannedCheck> others =
        checks.stream().filter(check -> !OverdueRectifications.isAbout(check)).toList();
    return JudgedChecks.of(pack, others, figures(known, WantedFigures.of(pack, others)), reports);
  }

  private static List<JudgedCheck> aboutRectifications(
      RegionPack pack,
      List<PlannedCheck> checks,
      List<RectificationRow> rectifications,
      LocalDate firstLight,
      LocalDate asOf) {
    List<PlannedCheck> about = checks.stream().filter(OverdueRectifications::isAbout).toList();
    return JudgedChecks.of(
        pack,
        about,
        List.of(),
        OverdueRectifications.reports(
            about,
            rectifications.stream()
                .map(
                    row ->
                        new OverdueRectifications.Rectification(
                            row.dueOn(), row.settledOn(), row.provenance()))
                .toList(),
            firstLight,
            asOf));
  }

  /** Day of the first dispatch that saw a light; null where none did. */
  private static LocalDate firstLight(List<SeenLight> seen) {
    return seen.stream()
        .filter(light -> light.light() != Light.no_data)
        .map(SeenLight::knownOn)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Few figures are put together here; of many only those that are wanted, after an exchange. */
  private static List<GroupFigures> figures(KnownOnADay known, WantedFigures wanted) {
    Set<String> indicators =
        wanted.series().stream()
            .map(WantedFigures.Series::indicator)
            .collect(Collectors.toUnmodifiableSet());
    return known
        .figuresAtHand(KnownFigure.class)
        .map(
            few ->
                GroupFigures.ofAll(
                    known.cubes(),
                    few.stream()
                        .filter(figure -> indicators.contains(figure.indicator()))
                        .map(KnownFigure::observation)
                        .toList(),
                    wanted))
        .orElseGet(() -> ofMany(known, wanted, indicators));
  }

  private static List<GroupFigures> ofMany(
      KnownOnADay known, WantedFigures wanted, Set<String> indicators) {
    Column isWanted =
        col("indicator")
            .isin(indicators.toArray())
            .and(col("time_period").geq(lit(String.valueOf(wanted.firstYear()))));
    Cubes cubes = known.cubes();
    RowCodec<GroupedFigure> figures = RowCodec.of(GroupedFigure.class);
    FigureGroups<GroupedFigure, GroupFigures> groups =
        new FigureGroups<>(
            GroupedFigure.class,
            List.of("indicator", "freq", "peer_group"),
            figure -> List.of(figure.key()),
            group ->
                List.of(
                    GroupFigures.of(
                        cubes,
                        group.get(0).key(),
                        group.stream().map(GroupedFigure::observation).toList(),
                        wanted)));
    return PeerGroups.exchanged(known.figures().where(isWanted), cubes)
        .toJavaRDD()
        .mapPartitions(rows -> groups.inOrder(Inputs.mapped(rows, figures::record)))
        .collect();
  }

  private static List<SeenLight> seen(List<JudgedCheck> judged) {
    return judged.stream()
        .filter(check -> check.newest() && check.due())
        .map(
            check ->
                new SeenLight(
                    check.knownOn(),
                    check.row().targetId(),
                    check.row().refArea(),
                    check.row().timePeriod(),
                    check.row().light(),
                    check.row().lightReason(),
                    check.row().provenance()))
        .toList();
  }
}
