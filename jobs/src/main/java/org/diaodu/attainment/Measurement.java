package org.diaodu.attainment;

import java.math.BigDecimal;
import java.util.Optional;
import org.diaodu.cube.SeriesFigure;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/** Finds the figure that each kind of target is measured by, and what it is held against. */
final class Measurement {
  private static final BigDecimal ALL = ExactDecimal.stored(BigDecimal.valueOf(100));
  private static final BigDecimal NO_GROWTH = ExactDecimal.stored(BigDecimal.ZERO);

  private final RegionPack pack;
  private final KnownFigures figures;
  private final LatestReports reports;

  Measurement(RegionPack pack, KnownFigures figures, LatestReports reports) {
    this.pack = pack;
    this.figures = figures;
    this.reports = reports;
  }

  Measured of(PlannedCheck check) {
    TargetFigure figure =
        check.indicator().flatMap(i -> figures.of(check, i, check.refArea())).orElse(null);
    SeriesFigure known = figure == null ? SeriesFigure.NONE : figure.figure();
    return new Measured(check, actual(check, known), required(check, known), figure);
  }

  private Compared actual(PlannedCheck check, SeriesFigure figure) {
    return switch (check.target().kind()) {
      case growth_yoy -> Compared.growth(figure);
      case capital_share -> share(check);
      case count_of_areas -> count(check);
      case assessed -> assessed(check);
      case level, increment -> level(check, figure);
      case overdue_rectifications -> overdue(check);
    };
  }

  private Compared required(PlannedCheck check, SeriesFigure figure) {
    Target target = check.target();
    if (target.kind() == Target.Kind.assessed) {
      return Compared.plain(ALL, null, null);
    }
    if (target.comparator().isRelative()) {
      return reference(check);
    }
    if (target.comparator().isDirection()) {
      return yearAgo(check, figure);
    }
    BigDecimal value = target.value() == null ? null : ExactDecimal.stored(target.value());
    return Compared.plain(value, null, NotComputed.value_not_set);
  }

  /** What a direction starts from. Growth that goes up is growth above none. */
  private Compared yearAgo(PlannedCheck check, SeriesFigure figure) {
    return switch (check.target().kind()) {
      case growth_yoy -> Compared.plain(NO_GROWTH, null, null);
      case capital_share ->
          check
              .indicator()
              .flatMap(indicator -> figures.share(check, indicator))
              .map(Compared::shareYearAgo)
              .orElse(Compared.none(NotComputed.no_base_period));
      case level, increment, count_of_areas, assessed, overdue_rectifications ->
          Compared.levelYearAgo(figure);
    };
  }

  /** The growth of the series that a relative target is compared with, in the same area. */
  private Compared reference(PlannedCheck check) {
    Compared growth =
        pack.indicator(check.target().reference())
            .flatMap(reference -> figures.of(check, reference, check.refArea()))
            .map(figure -> Compared.growth(figure.figure()))
            .orElse(Compared.none(NotComputed.no_reference));
    return growth.value() == null ? Compared.none(NotComputed.no_reference) : growth;
  }

  private Compared share(PlannedCheck check) {
    Indicator indicator = check.indicator().orElse(null);
    if (indicator == null) {
      return Compared.none(NotComputed.no_observation);
    }
    return figures
        .share(check, indicator)
        .map(Compared::share)
        .orElse(
            Compared.none(
                indicator.additive() ? NotComputed.no_observation : NotComputed.not_additive));
  }

  /** How many areas reach the threshold; known only where every area has a level. */
  private Compared count(PlannedCheck check) {
    BigDecimal threshold = check.target().threshold();
    int reached = 0;
    Provenance provenance = Provenance.official;
    for (Area area : pack.areasInTotal(check.period())) {
      SeriesFigure figure =
          check
              .indicator()
              .flatMap(indicator -> figures.of(check, indicator, area.refArea()))
              .map(TargetFigure::figure)
              .orElse(SeriesFigure.NONE);
      if (figure.level() == null) {
        return Compared.none(NotComputed.areas_missing);
      }
      provenance = Provenance.ofUsed(provenance, figure.levelProvenance());
      reached += threshold != null && figure.level().compareTo(threshold) >= 0 ? 1 : 0;
    }
    return Compared.plain(ExactDecimal.stored(BigDecimal.valueOf(reached)), provenance, null);
  }

  private Compared assessed(PlannedCheck check) {
    return reports
        .of(check)
        .map(report -> Compared.plain(report.percent(), report.provenance(), NotComputed.no_report))
        .orElse(Compared.none(NotComputed.no_report));
  }

  /** What this program reports of itself; nothing before there was anything to find fault with. */
  private Compared overdue(PlannedCheck check) {
    return reports
        .of(check)
        .map(report -> Compared.plain(report.amount(), report.provenance(), null))
        .orElse(Compared.none(NotComputed.nothing_judged));
  }

  /** The series' level; where it has none, the amount that its owner reports. */
  private Compared level(PlannedCheck check, SeriesFigure figure) {
    Compared level = Compared.level(figure);
    Optional<LatestReports.Progress> report =
        level.value() == null ? reports.of(check) : Optional.empty();
    return report
        .filter(of -> of.amount() != null)
        .map(of -> Compared.plain(of.amount(), of.provenance(), null))
        .orElse(level);
  }
}
