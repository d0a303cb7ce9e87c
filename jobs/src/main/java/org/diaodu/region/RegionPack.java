package org.diaodu.region;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.TimePeriod;

/**
 * Everything the program knows of one region.
 *
 * @param name folder name of the pack
 * @param packId first 16 hex digits of the SHA-256 over all its files but {@code documents/}:
 *     changes when any of them changes
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
 * @param duties what the plan asks for again and again; empty without any
 * @param plan the plan itself; not stated without one
 * @param dispatch how the region dispatches
 * @param policies how figures are judged, one after the other
 * @param templates by file name below the pack, how printed tables are read
 * @param rules text of {@code rules.yaml}, checks of figures against each other; empty without one
 * @param sdmx text of {@code sdmx.yaml}, what the columns of SDMX dataflows mean; empty without one
 * @param stationery what the office writes its documents on and with
 * @param otherPlans the same pack with the plans of other years, which know of no others
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
    List<Duty> duties,
    PlanDocument plan,
    Dispatch dispatch,
    Policies policies,
    Map<String, String> templates,
    String rules,
    String sdmx,
    Stationery stationery,
    List<RegionPack> otherPlans)
    implements java.io.Serializable {

  /** The area of a code. */
  public Optional<Area> area(String refArea) {
    return areas.stream().filter(a -> a.refArea().equals(refArea)).findFirst();
  }

  /** The indicator of a code. */
  public Optional<Indicator> indicator(String code) {
    return indicators.stream().filter(i -> i.indicator().equals(code)).findFirst();
  }

  /**
   * By indicator whose figures are computed with and judged, as {@code
   * statistics.observations.source} has it; without those judged by the unit that reports them.
   */
  public Map<String, String> judgedSources() {
    return Sources.judged(this);
  }

  /** The unit of a code. */
  public Optional<ResponsibleUnit> unit(String code) {
    return units.stream().filter(u -> u.unit().equals(code)).findFirst();
  }

  /**
   * The areas that add up to the total at one time or another: its direct children with {@code
   * in_total=true}.
   */
  public List<Area> components() {
    return areas.stream().filter(a -> a.inTotal() && a.parent().equals(totalArea)).toList();
  }

  /** Those of them that exist at the end of a period, and so add up to the total of it. */
  public List<Area> areasInTotal(TimePeriod period) {
    return components().stream().filter(a -> a.isAt(period)).toList();
  }

  /**
   * The areas that are held to the plan at the end of a period: those that add up to the total, and
   * those that overlap them, such as a zone, where a task or a target names them.
   */
  public List<Area> subjects(TimePeriod period) {
    return areas.stream()
        .filter(area -> area.parent().equals(totalArea) && area.isAt(period))
        .filter(area -> area.inTotal() || isNamed(area.refArea()))
        .toList();
  }

  private boolean isNamed(String refArea) {
    return tasks.stream().anyMatch(task -> task.areas().contains(refArea))
        || targets.stream().anyMatch(target -> target.scope().contains(refArea));
  }

  /** Whether all areas share a task, and not some of them have it in particular. */
  public boolean isOfAllAreas(Task task, TimePeriod period) {
    return areasInTotal(period).stream().allMatch(area -> task.areas().contains(area.refArea()));
  }

  /** Whether an area exists at the end of a period; an area that the pack does not know does. */
  public boolean isAt(String refArea, TimePeriod period) {
    return area(refArea).map(a -> a.isAt(period)).orElse(true);
  }

  /**
   * The areas whose figures are those of an area at a period: itself, and before its time those
   * that it took over from.
   */
  public List<String> heldBy(String refArea, TimePeriod period) {
    Area area = area(refArea).orElse(null);
    return area == null || area.isAt(period) || area.succeeds().isEmpty()
        ? List.of(refArea)
        : area.succeeds().stream().flatMap(of -> heldBy(of, period).stream()).toList();
  }

  /**
   * The calendar of all plans without what it says of indicators at times at which they are not
   * collected.
   */
  public List<CalendarEntry> expected() {
    Map<String, Indicator> known =
        indicators.stream().collect(Collectors.toMap(Indicator::indicator, Function.identity()));
    return allCalendar().stream()
        .filter(
            entry ->
                !known.containsKey(entry.indicator())
                    || known.get(entry.indicator()).isAt(entry.timePeriod()))
        .toList();
  }

  /** The area that took over from another; empty where none did. */
  public Optional<Area> successor(String refArea) {
    return areas.stream().filter(a -> a.succeeds().contains(refArea)).findFirst();
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

  /** The target of an id, of this plan or another year's. */
  public Optional<Target> target(String id) {
    return Stream.concat(targets.stream(), otherPlans.stream().flatMap(p -> p.targets().stream()))
        .filter(t -> t.targetId().equals(id))
        .findFirst();
  }

  /** The pack once with each of its plans, in the order of their years. */
  public List<RegionPack> plans() {
    List<RegionPack> alone =
        Stream.concat(Stream.of(beside(List.of())), otherPlans.stream())
            .sorted(Comparator.comparing(RegionPack::planYear))
            .toList();
    return alone.stream()
        .map(
            plan ->
                plan.beside(
                    alone.stream().filter(other -> other.planYear() != plan.planYear()).toList()))
        .toList();
  }

  /** The targets of all plans. */
  public List<Target> allTargets() {
    return ofAll(RegionPack::targets);
  }

  /** The tasks of all plans. */
  public List<Task> allTasks() {
    return ofAll(RegionPack::tasks);
  }

  /**
   * Codes of the units that lead a task of this plan. Where each member of a working group leads
   * it, they are those of its action; where the pack does not list them, the plan's own word for
   * them.
   */
  public List<String> leads(Task task) {
    return task.leadMode() != Task.LeadMode.each_member
        ? task.leads()
        : actions.stream()
            .filter(action -> action.nameZh().equals(task.action()))
            .map(Action::members)
            .filter(members -> !members.isEmpty())
            .findFirst()
            .orElse(task.leads());
  }

  /** The places that do not agree, of all plans. */
  public List<Conflict> allConflicts() {
    return ofAll(RegionPack::conflicts);
  }

  /** What the plans of all years ask for again and again. */
  public List<Duty> allDuties() {
    return ofAll(RegionPack::duties);
  }

  /** The policies of all plans. */
  public List<Policy> allPolicies() {
    return ofAll(plan -> plan.policies().inOrder());
  }

  /**
   * What is due when, of all plans. Where two say something of one period, the plan of its year
   * does, or else the earliest.
   */
  public List<CalendarEntry> allCalendar() {
    Map<String, CalendarEntry> entries = new LinkedHashMap<>();
    for (RegionPack plan : plans()) {
      for (CalendarEntry entry : plan.calendar()) {
        String key = entry.indicator() + " " + entry.timePeriod();
        if (entry.timePeriod().year() == plan.planYear() || !entries.containsKey(key)) {
          entries.put(key, entry);
        }
      }
    }
    return List.copyOf(entries.values());
  }

  private <T> List<T> ofAll(Function<RegionPack, List<T>> part) {
    return otherPlans.isEmpty()
        ? part.apply(this)
        : plans().stream().flatMap(plan -> part.apply(plan).stream()).toList();
  }

  /** With the plan of a year; empty where it has none. */
  public Optional<RegionPack> planOf(int year) {
    return plans().stream().filter(plan -> plan.planYear() == year).findFirst();
  }

  /**
   * Once with each plan that is held against figures on a day: those whose year has begun, also
   * when it is over. Before the first has begun, the pack as it is.
   */
  public List<RegionPack> plansOn(LocalDate day) {
    List<RegionPack> begun =
        plans().stream().filter(plan -> plan.planYear() <= day.getYear()).toList();
    return begun.isEmpty() ? List.of(this) : begun;
  }

  /**
   * With the plan by which areas and units are assessed on a day: that of the month before, whose
   * figures the dispatch of the day is the first to see. In January last year's.
   */
  public RegionPack assessedOn(LocalDate day) {
    return planOf(day.minusMonths(1).getYear()).or(() -> planOf(day.getYear())).orElse(this);
  }

  /** The same, with the plans of other years beside it. */
  RegionPack beside(List<RegionPack> plans) {
    return with(policies, plans);
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

  /** The same pack, judged by another policy at any time. */
  public RegionPack judgedBy(Policy other) {
    return with(
        Policies.always(other), otherPlans.stream().map(plan -> plan.judgedBy(other)).toList());
  }

  private RegionPack with(Policies judgedBy, List<RegionPack> plans) {
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
        duties,
        plan,
        dispatch,
        judgedBy,
        templates,
        rules,
        sdmx,
        stationery,
        plans);
  }
}
