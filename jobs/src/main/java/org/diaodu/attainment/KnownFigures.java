package org.diaodu.attainment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diaodu.cube.CapitalShare;
import org.diaodu.region.Indicator;

/** The figures of all groups, found by the checks that want them. */
final class KnownFigures {
  private final Map<InArea, TargetFigure> figures = new HashMap<>();
  private final Map<FigureKey, CapitalShare> shares = new HashMap<>();

  private record InArea(FigureKey key, String refArea) {}

  KnownFigures(Collection<GroupFigures> groups) {
    for (GroupFigures group : groups) {
      group.figures().forEach(f -> figures.put(new InArea(f.key(), f.refArea()), f));
      group.shares().forEach(share -> shares.put(share.key(), share.share()));
    }
  }

  /** The figure of an indicator in an area, on the day and at the period of a check. */
  Optional<TargetFigure> of(PlannedCheck check, Indicator indicator, String refArea) {
    return Optional.ofNullable(figures.get(new InArea(FigureKey.of(check, indicator), refArea)));
  }

  /** The capital's share of an indicator, on the day and at the period of a check. */
  Optional<CapitalShare> share(PlannedCheck check, Indicator indicator) {
    return Optional.ofNullable(shares.get(FigureKey.of(check, indicator)));
  }
}
