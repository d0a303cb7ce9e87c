package org.diaodu.region;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;

/**
 * What a cell means that a pack leaves out: the usual of its kind, and never a sum, a growth or a
 * duty that nobody stated.
 *
 * @param totalArea code of the area that is the whole; empty where it cannot be read
 * @param capitalArea code of the capital; empty where the region has none
 * @param planYear year of the plan; 0 where it cannot be read
 */
record PackDefaults(String totalArea, String capitalArea, int planYear) {
  /** What targets and tasks belong to that name no action. */
  private static final String NO_ACTION = "计划目标";

  /** Areas are parts of the whole, which itself is part of nothing that the pack knows. */
  String parent(String refArea) {
    return refArea.equals(totalArea) ? "" : totalArea;
  }

  boolean isCapital(String refArea) {
    return !capitalArea.isEmpty() && refArea.equals(capitalArea);
  }

  /** The last day of the plan year; empty where that is not known. */
  String deadline() {
    return planYear == 0 ? "" : "%04d-12-31".formatted(planYear);
  }

  static Accumulation accumulation(IndicatorKind kind) {
    return switch (kind) {
      case flow, growth_only -> Accumulation.YTD;
      case stock, rate -> Accumulation.EOP;
    };
  }

  static GrowthSource growthSource(IndicatorKind kind) {
    return kind == IndicatorKind.growth_only
        ? GrowthSource.published
        : GrowthSource.published_else_computed;
  }

  static int decimals(IndicatorKind kind) {
    return switch (kind) {
      case flow, rate -> 2;
      case growth_only -> 1;
      case stock -> 0;
    };
  }

  /** How the plan puts a target, by how it is to be met. */
  static Target.TargetClass targetClass(Target.Kind kind, Comparator comparator, BigDecimal value) {
    if (comparator.isRelative()) {
      return Target.TargetClass.relative;
    }
    if (comparator.isDirection() || kind == Target.Kind.assessed) {
      return Target.TargetClass.directional;
    }
    return value != null && value.signum() == 0
        ? Target.TargetClass.absolute
        : Target.TargetClass.quantified;
  }

  /** The unit of a target: that of its series where its level is meant. */
  static String unit(Target.Kind kind, Indicator indicator) {
    return switch (kind) {
      case growth_yoy, capital_share, assessed -> "%";
      case count_of_areas, overdue_rectifications -> "个";
      case level, increment -> indicator == null ? "" : indicator.unit();
    };
  }

  /** The action of a part of the plan, as the list of actions names it. */
  static String action(int annex, List<Action> actions) {
    return actions.stream()
        .filter(action -> action.annex() == annex)
        .map(Action::nameZh)
        .findFirst()
        .orElse(NO_ACTION);
  }

  static Task.LeadMode leadMode(List<String> leads) {
    return leads.size() > 1 ? Task.LeadMode.joint : Task.LeadMode.single;
  }

  static Frequency frequency(org.diaodu.domain.TimePeriod period) {
    return period == null ? Frequency.A : period.frequency();
  }
}
