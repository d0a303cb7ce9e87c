package org.diaodu.cube;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Contribution;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Growth;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.domain.Share;
import org.diaodu.domain.TimePeriod;

/**
 * One indicator at one frequency in one peer group: areas × periods, along which growth is computed
 * once, and across which aggregates stand. Its memory is that of one peer group, however many areas
 * a country has: some kilobytes for each area and year.
 */
public final class PeerGroupCube {
  private final IndicatorDefinition indicator;
  private final PeerGroup group;
  private final Periods periods;
  private final Map<String, AreaSeries> series;
  private final Map<Accumulation, Aggregate[]> aggregates = new EnumMap<>(Accumulation.class);
  private final List<AreaSeries> components = new ArrayList<>();

  PeerGroupCube(
      IndicatorDefinition indicator,
      PeerGroup group,
      Periods periods,
      Map<String, AreaSeries> series) {
    this.indicator = indicator;
    this.group = group;
    this.periods = periods;
    this.series = series;
    for (PeerGroup.Member area : group.areas()) {
      if (area.inTotal() && series.containsKey(area.refArea())) {
        components.add(series.get(area.refArea()));
      }
    }
    accumulations().forEach(a -> aggregates.put(a, aggregates(a)));
  }

  /** The indicator that its figures are of. */
  public IndicatorDefinition indicator() {
    return indicator;
  }

  /** The areas that its figures are of. */
  public PeerGroup group() {
    return group;
  }

  /** The frequency of its periods. */
  public Frequency frequency() {
    return periods.frequency();
  }

  Periods periods() {
    return periods;
  }

  /** Those of which any area has a series, in their order. */
  public Set<Accumulation> accumulations() {
    Set<Accumulation> all = new TreeSet<>();
    series.values().forEach(of -> all.addAll(of.accumulations()));
    return all;
  }

  /**
   * A figure of an area with its growth; {@link SeriesFigure#NONE} where nothing is known.
   *
   * @param refArea an area of the group, or its aggregate
   * @param period of the cube's frequency; it may lie outside of the cube's periods
   */
  public SeriesFigure figure(String refArea, Accumulation accumulation, TimePeriod period) {
    AreaSeries of = series.get(refArea);
    return of == null
        ? SeriesFigure.NONE
        : SeriesFigure.of(of, accumulation, periods.positionOf(period), periods);
  }

  /** The series of an area; null where it has none. */
  AreaSeries of(String refArea) {
    return series.get(refArea);
  }

  /** The series of the aggregate's own figures; null where it has none. */
  AreaSeries ofAggregate() {
    return series.get(group.aggregate());
  }

  /** The series of all components that have one. */
  List<AreaSeries> components() {
    return components;
  }

  /** What the group adds up to; {@link Aggregate#NONE} outside of the periods. */
  Aggregate aggregate(Accumulation accumulation, int position) {
    return position < 0 ? Aggregate.NONE : aggregates.get(accumulation)[position];
  }

  /** Whether the aggregate itself or a component of it has a point that can be compared. */
  boolean hasAggregateAt(Accumulation accumulation, int position) {
    AreaSeries own = ofAggregate();
    return (own != null && own.ownComparable(accumulation, position) != null)
        || components.stream().anyMatch(of -> of.ownComparable(accumulation, position) != null);
  }

  /**
   * What has to be said of the aggregate beside that of a year ago, by what it is made from; null
   * where there is nothing. That a component took over from another changes no sum.
   */
  SeriesFlag aggregateFlag(Accumulation accumulation, int position, Share.Denominator denominator) {
    if (denominator == null) {
      return null;
    }
    return switch (denominator) {
      case published_total -> ofAggregate().flag(accumulation, position);
      case sum_of_areas ->
          SeriesFlag.breakIf(
              components.stream()
                  .anyMatch(of -> of.isOwn(position) && of.crossesBreak(accumulation, position)));
    };
  }

  /** Growth of the aggregate as contributions see it, and what it was made from. */
  record AggregateGrowth(Contribution.Aggregate aggregate, Provenance provenance) {}

  /**
   * The aggregate whose growth a contribution at a position is a part of: on its level of a year
   * ago by the one denominator, with its own growth; where it has none and both years are sums,
   * with that of the sums.
   */
  AggregateGrowth aggregateGrowth(Accumulation accumulation, int position) {
    Aggregate then = aggregate(accumulation, periods.yearAgo(position));
    Aggregate now = aggregate(accumulation, position);
    AreaSeries own = ofAggregate();
    boolean isComparable = own != null && own.comparable(accumulation, position) != null;
    GrowthPoint point = isComparable ? own.growthAt(accumulation, position) : null;
    Growth.Result growth = point == null ? null : point.growth();
    if (growth != null && growth.reported() != null) {
      return new AggregateGrowth(
          new Contribution.Aggregate(
              then.level(), point.level(), growth.reported(), growth.basis(), then.whyNone()),
          point.provenanceOfGrowth());
    }
    boolean bothAreSums =
        then.denominator() == Share.Denominator.sum_of_areas
            && now.denominator() == Share.Denominator.sum_of_areas;
    BigDecimal ofSums = bothAreSums ? Growth.computed(now.sum(), then.sum()).orElse(null) : null;
    return new AggregateGrowth(
        new Contribution.Aggregate(
            then.level(),
            bothAreSums ? now.sum() : null,
            ofSums,
            ofSums == null ? null : Growth.Basis.computed,
            then.whyNone()),
        ofSums == null ? null : now.provenance());
  }

  private Aggregate[] aggregates(Accumulation accumulation) {
    Aggregate[] all = new Aggregate[periods.count()];
    for (int t = 0; t < all.length; t++) {
      List<Point> points = new ArrayList<>(components.size());
      for (AreaSeries component : components) {
        Point point = component.ownComparable(accumulation, t);
        if (point != null) {
          points.add(point);
        }
      }
      AreaSeries own = ofAggregate();
      all[t] =
          Aggregate.of(
              own == null ? null : own.comparable(accumulation, t),
              points,
              group.components(periods.at(t)));
    }
    return all;
  }
}
