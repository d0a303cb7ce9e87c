package org.diaodu.region;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the program knows of one region.
 *
 * @param name folder name of the pack
 * @param packId first 16 hex digits of the SHA-256 over all its files: changes when any changes
 * @param nameZh Chinese name of the region
 * @param nameEn English name of the region
 * @param totalArea code of the area that is the whole
 * @param capitalArea code of the capital
 * @param planYear year of the plan
 * @param timeZone in which "today" is said
 * @param areas all areas
 * @param indicators all indicators
 * @param targets all targets
 * @param units all responsible units
 * @param calendar what is due when
 * @param tasks the plan's task list; empty without one
 * @param actions the plan's actions and their working groups; empty without any
 * @param conflicts places of the plan that do not agree; empty without any
 * @param plan the plan itself; not stated without one
 * @param dispatch how the region dispatches
 * @param policy how figures are judged
 * @param templates by file name below the pack, how printed tables are read
 * @param rules text of {@code rules.yaml}, checks of figures against each other; empty without one
 * @param sdmx text of {@code sdmx.yaml}, what the columns of SDMX dataflows mean; empty without one
 */
public record RegionPack(
    String name,
    String packId,
    String nameZh,
    String nameEn,
    String totalArea,
    String capitalArea,
    int planYear,
    ZoneId timeZone,
    List<Area> areas,
    List<Indicator> indicators,
    List<Target> targets,
    List<ResponsibleUnit> units,
    List<CalendarEntry> calendar,
    List<Task> tasks,
    List<Action> actions,
    List<Conflict> conflicts,
    PlanDocument plan,
    Dispatch dispatch,
    Policy policy,
    Map<String, String> templates,
    String rules,
    String sdmx)
    implements java.io.Serializable {

  /** The area of a code. */
  public Optional<Area> area(String refArea) {
    return areas.stream().filter(a -> a.refArea().equals(refArea)).findFirst();
  }

  /** The indicator of a code. */
  public Optional<Indicator> indicator(String code) {
    return indicators.stream().filter(i -> i.indicator().equals(code)).findFirst();
  }

  /** The unit of a code. */
  public Optional<ResponsibleUnit> unit(String code) {
    return units.stream().filter(u -> u.unit().equals(code)).findFirst();
  }

  /** The areas that add up to the total: its direct children with {@code in_total=true}. */
  public List<Area> areasInTotal() {
    return areas.stream().filter(a -> a.inTotal() && a.parent().equals(totalArea)).toList();
  }

  /** The series that bulletins show for every area: those named, else those with a target. */
  public List<Indicator> coreIndicators() {
    if (!dispatch.coreIndicators().isEmpty()) {
      return dispatch.coreIndicators().stream().flatMap(c -> indicator(c).stream()).toList();
    }
    return indicators.stream()
        .filter(i -> i.kind() != org.diaodu.domain.IndicatorKind.rate)
        .filter(i -> targets.stream().anyMatch(t -> t.indicator().equals(i.indicator())))
        .toList();
  }

  /** The target of an id. */
  public Optional<Target> target(String id) {
    return targets.stream().filter(t -> t.targetId().equals(id)).findFirst();
  }

  /** The targets that stand for themselves. */
  public List<Target> distinctTargets() {
    return targets.stream().filter(Target::isDistinct).toList();
  }

  /** Who answers for the targets. */
  public Responsibility.OfPlan responsibilities() {
    return new Responsibility.OfPlan(targets, tasks, totalArea);
  }

  /** The name of who answers: of a unit, or of an area's government. */
  public String answererName(String code) {
    return unit(code)
        .map(ResponsibleUnit::nameZh)
        .or(() -> area(code).map(this::governmentName))
        .orElse(code);
  }

  /** The name of an area's government: that of a unit with the area's code, where there is one. */
  public String governmentName(Area area) {
    return unit(area.refArea()).map(ResponsibleUnit::nameZh).orElse(area.nameZh() + "人民政府");
  }

  /** The same pack, judged by another policy. */
  public RegionPack judgedBy(Policy other) {
    return new RegionPack(
        name,
        packId,
        nameZh,
        nameEn,
        totalArea,
        capitalArea,
        planYear,
        timeZone,
        areas,
        indicators,
        targets,
        units,
        calendar,
        tasks,
        actions,
        conflicts,
        plan,
        dispatch,
        other,
        templates,
        rules,
        sdmx);
  }
}
