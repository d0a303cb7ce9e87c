package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Better;
import org.diaodu.domain.Contribution;
import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.domain.Share;

/** {@code statistics.growth} of a peer group. */
public final class GrowthRows {
  private static final Place NO_PLACE = new Place(null, null);

  private final PeerGroupCube cube;
  private final LocalDate asOf;

  private GrowthRows(PeerGroupCube cube, LocalDate asOf) {
    this.cube = cube;
    this.asOf = asOf;
  }

  /** Places by growth and by level. */
  private record Place(Integer byYoy, Integer byLevel) {}

  /** Of every area of the group, and of an aggregate that is part of no other group. */
  public static List<GrowthRow> of(PeerGroupCube cube, LocalDate asOf) {
    GrowthRows rows = new GrowthRows(cube, asOf);
    List<GrowthRow> all = new ArrayList<>();
    for (Accumulation accumulation : cube.accumulations()) {
      if (cube.group().isTop() && cube.ofAggregate() != null) {
        rows.addTop(accumulation, all);
      }
      rows.addPeers(accumulation, all);
    }
    return all;
  }

  /** The highest area: a part of nothing, and nobody's peer. */
  private void addTop(Accumulation accumulation, List<GrowthRow> all) {
    for (int t = 0; t < cube.periods().count(); t++) {
      AreaSeries top = cube.ofAggregate();
      GrowthPoint point = top.isOwn(t) ? top.growthAt(accumulation, t) : null;
      if (point != null) {
        all.add(
            row(
                cube.group().aggregate(),
                accumulation,
                t,
                point,
                new Contributed(Contribution.none(NotComputed.no_aggregate), null, null),
                NO_PLACE,
                NO_PLACE,
                NO_PLACE,
                null));
      }
    }
  }

  private void addPeers(Accumulation accumulation, List<GrowthRow> all) {
    int count = cube.periods().count();
    List<PeerGroup.Member> areas = cube.group().areas();
    Place[][] places = new Place[count][];
    Integer[] peers = new Integer[count];
    for (int t = 0; t < count; t++) {
      places[t] = places(accumulation, t);
      peers[t] = peers(accumulation, t);
    }
    for (int a = 0; a < areas.size(); a++) {
      PeerGroup.Member area = areas.get(a);
      AreaSeries series = cube.of(area.refArea());
      if (series == null) {
        continue;
      }
      for (int t = 0; t < count; t++) {
        GrowthPoint point = series.isOwn(t) ? series.growthAt(accumulation, t) : null;
        if (point != null) {
          int yearAgo = cube.periods().yearAgo(t);
          all.add(
              row(
                  area.refArea(),
                  accumulation,
                  t,
                  point,
                  contributed(series, accumulation, t, point),
                  places[t][a],
                  t == 0 ? NO_PLACE : places[t - 1][a],
                  yearAgo < 0 ? NO_PLACE : places[yearAgo][a],
                  area.inTotal() ? peers[t] : null));
        }
      }
    }
  }

  /** The places of all areas of the group, in their order. */
  private Place[] places(Accumulation accumulation, int t) {
    List<PeerGroup.Member> areas = cube.group().areas();
    List<BigDecimal> growth = new ArrayList<>(areas.size());
    List<BigDecimal> levels = new ArrayList<>(areas.size());
    for (PeerGroup.Member area : areas) {
      AreaSeries series = cube.of(area.refArea());
      boolean isRanked =
          area.inTotal() && series != null && series.ownComparable(accumulation, t) != null;
      GrowthPoint point = isRanked ? series.growthAt(accumulation, t) : null;
      growth.add(point == null ? null : point.growth().reported());
      levels.add(point == null ? null : point.level());
    }
    boolean moreIsBetter = cube.indicator().better() == Better.up;
    Integer[] byYoy = Ranks.of(growth, moreIsBetter);
    Integer[] byLevel = Ranks.of(levels, moreIsBetter);
    Place[] places = new Place[areas.size()];
    for (int a = 0; a < places.length; a++) {
      places[a] = new Place(byYoy[a], byLevel[a]);
    }
    return places;
  }

  /** How many components have a row. */
  private int peers(Accumulation accumulation, int t) {
    int peers = 0;
    for (AreaSeries component : cube.components()) {
      if (component.isOwn(t) && component.at(accumulation, t) != null) {
        peers++;
      }
    }
    return peers;
  }

  /** A contribution with what has to be said beside it. */
  private record Contributed(Contribution.Result of, SeriesFlag flag, Provenance provenance) {}

  private Contributed contributed(
      AreaSeries series, Accumulation accumulation, int t, GrowthPoint point) {
    NotComputed why = whyNoContribution(series, accumulation, point);
    if (why != null) {
      return new Contributed(Contribution.none(why), null, null);
    }
    PeerGroupCube.AggregateGrowth aggregate = cube.aggregateGrowth(accumulation, t);
    Contribution.Result result =
        Contribution.of(
            new Contribution.Component(
                point.level(),
                point.levelYearAgo(),
                point.now().publishedValue(),
                point.constant().pct(),
                SeriesGrowth.source(point.now(), cube.indicator())),
            aggregate.aggregate());
    if (result.points() == null) {
      return new Contributed(result, null, null);
    }
    Aggregate then = cube.aggregate(accumulation, cube.periods().yearAgo(t));
    Share.Denominator denominator = then.denominator();
    return new Contributed(
        result,
        SeriesFlag.graver(point.flag(), cube.aggregateFlag(accumulation, t, denominator)),
        Provenance.ofUsed(
            provenanceOfIncrement(point, result.basis()),
            point.baseProvenance(),
            then.provenance(),
            result.ratePct() == null ? null : aggregate.provenance()));
  }

  /** Of what an area's contribution was made from beside its level of a year ago. */
  private static Provenance provenanceOfIncrement(GrowthPoint point, Growth.Basis basis) {
    return switch (basis) {
      case published -> point.now().publishedProvenance();
      case constant_prices ->
          Provenance.ofUsed(point.now().constantProvenance(), point.constant().baseProvenance());
      case computed -> point.now().level().provenance();
    };
  }

  /** Why an area has no part in its aggregate, whatever the figures are; null where it has. */
  private NotComputed whyNoContribution(
      AreaSeries series, Accumulation accumulation, GrowthPoint point) {
    if (!cube.indicator().isAmount()) {
      return NotComputed.not_an_amount;
    }
    if (!cube.indicator().additive()) {
      return NotComputed.not_additive;
    }
    return series.isPair(accumulation, point.now()) ? NotComputed.period_differs : null;
  }

  private GrowthRow row(
      String refArea,
      Accumulation accumulation,
      int t,
      GrowthPoint point,
      Contributed contributed,
      Place now,
      Place lastPeriod,
      Place lastYear,
      Integer peers) {
    Point.Level level = point.now().level();
    Growth.Result growth = point.growth();
    GrowthPoint.Average average = point.average();
    Contribution.Result contribution = contributed.of();
    return new GrowthRow(
        cube.indicator().indicator(),
        refArea,
        cube.periods().frequency(),
        accumulation,
        cube.periods().at(t),
        level.value(),
        level.why(),
        point.now().months() == 0 ? null : point.now().months(),
        point.now().derivation(),
        point.levelYearAgo(),
        point.now().constantValue(),
        point.constant().levelYearAgo(),
        growth.computed(),
        point.constant().pct(),
        point.now().publishedValue(),
        growth.reported(),
        growth.basis(),
        growth.gap(),
        growth.gapClass(),
        growth.impliedLevelYearAgo(),
        growth.changePp(),
        average.pct(),
        average.basis(),
        average.flag(),
        average.provenance(),
        average.why(),
        point.yearEnd() == null ? null : point.yearEnd().value(),
        point.sinceYearEnd(),
        contribution.points(),
        contribution.basis(),
        contribution.why(),
        contribution.ratePct(),
        contribution.whyNoRate(),
        contributed.flag(),
        contributed.provenance(),
        now.byYoy(),
        now.byLevel(),
        lastPeriod.byYoy(),
        lastPeriod.byLevel(),
        lastYear.byYoy(),
        lastYear.byLevel(),
        peers,
        point.flag(),
        point.provenance(),
        point.why(),
        point.released(),
        asOf);
  }
}
