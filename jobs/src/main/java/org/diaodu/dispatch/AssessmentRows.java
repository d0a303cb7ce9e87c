package org.diaodu.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.dispatch.AssessmentRow.SubjectType;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Light;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Score;
import org.diaodu.region.Area;
import org.diaodu.region.Policy;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;
import org.diaodu.region.Task;

/**
 * {@code reporting.assessments}: points, praise and criticism of areas and units, by the newest
 * light of each target. An area is assessed by every target that is held against it; a unit by the
 * targets that it owns, in the areas that they are set for.
 */
public final class AssessmentRows {
  private static final Comparator<AssessmentRow> BY_KEY =
      Comparator.comparing(AssessmentRow::subjectType).thenComparing(AssessmentRow::subject);

  private final Map<String, Target> targets;
  private final Responsibility.OfPlan responsibilities;
  private final Set<OwedFigure> owed;
  private final Policy policy;
  private final LocalDate asOf;

  private AssessmentRows(
      Collection<Target> targets,
      Responsibility.OfPlan responsibilities,
      Set<OwedFigure> owed,
      Policy policy,
      LocalDate asOf) {
    this.targets =
        targets.stream().collect(Collectors.toMap(Target::targetId, Function.identity()));
    this.responsibilities = responsibilities;
    this.owed = owed;
    this.policy = policy;
    this.asOf = asOf;
  }

  /** An area or a unit, with all that it is assessed by. */
  private record Subject(
      SubjectType type,
      String code,
      boolean counted,
      int tasks,
      List<NewestLight> lights,
      List<RectificationRow> open) {

    /** Whether it is the subject's own problem, and not one that it guides an area in. */
    boolean answersFor(RectificationRow problem) {
      return type == SubjectType.area || problem.answering().contains(code);
    }
  }

  /**
   * Every area but the whole, and every unit that leads a task or owns a target with a light, in
   * the order of their codes; also those of which there is nothing to judge. An overlapping area
   * has {@code counted = false}. An area that does not exist on the day is assessed only where it
   * did at the end of the newest period, and so has a light.
   *
   * @param lights one for each target and area; those of targets that the plan does not have count
   *     for nobody
   * @param owed what has been owed for too long: a target without a light for it counts as red
   * @param rectifications all rows; those that are open count
   * @param targets of the plan
   * @param tasks of the plan
   * @param areas of the region
   * @param totalArea code of the area that is the whole
   * @param policy points, weights and limits
   * @param asOf the day, stored with each row
   */
  public static List<AssessmentRow> of(
      Collection<NewestLight> lights,
      Set<OwedFigure> owed,
      Collection<RectificationRow> rectifications,
      Collection<Target> targets,
      Collection<Task> tasks,
      Collection<Area> areas,
      String totalArea,
      Policy policy,
      LocalDate asOf) {
    AssessmentRows rows =
        new AssessmentRows(
            targets, new Responsibility.OfPlan(targets, tasks, totalArea), owed, policy, asOf);
    List<NewestLight> known =
        lights.stream().filter(light -> rows.targets.containsKey(light.targetId())).toList();
    List<RectificationRow> open =
        rectifications.stream()
            .filter(row -> row.closedOn() == null && rows.targets.containsKey(row.targetId()))
            .toList();
    List<Subject> subjects = new ArrayList<>(rows.areas(known, open, tasks, areas, totalArea));
    subjects.addAll(rows.units(known, open, tasks));
    List<AssessmentRow> assessed = subjects.stream().map(rows::row).toList();
    return assessed.stream().map(row -> rows.ranked(row, assessed)).sorted(BY_KEY).toList();
  }

  /**
   * With its place among those of its type that are counted and have a finding: equal scores share
   * the lower number.
   */
  private AssessmentRow ranked(AssessmentRow row, Collection<AssessmentRow> all) {
    if (!isRanked(row)) {
      return row;
    }
    long better =
        all.stream()
            .filter(other -> isRanked(other) && other.subjectType() == row.subjectType())
            .filter(other -> other.scorePct().compareTo(row.scorePct()) > 0)
            .count();
    return row.withRank((int) better + 1);
  }

  private boolean isRanked(AssessmentRow row) {
    int judged = row.green() + row.blue() + row.yellow() + row.red() + row.silent();
    return row.counted() && isAssessed(row.scorePct(), judged);
  }

  private boolean isAssessed(BigDecimal score, int judged) {
    return score != null && judged >= policy.assessment().judgedAtLeast();
  }

  private List<Subject> areas(
      List<NewestLight> lights,
      List<RectificationRow> open,
      Collection<Task> tasks,
      Collection<Area> areas,
      String totalArea) {
    Map<String, List<NewestLight>> lightsIn = by(NewestLight::refArea, lights);
    Map<String, List<RectificationRow>> openIn = by(RectificationRow::refArea, open);
    Map<String, Integer> tasksOf = named(tasks, Task::areas);
    return areas.stream()
        .filter(area -> !area.refArea().equals(totalArea))
        .filter(area -> area.validity().isOn(asOf) || lightsIn.containsKey(area.refArea()))
        .map(
            area ->
                new Subject(
                    SubjectType.area,
                    area.refArea(),
                    area.inTotal(),
                    tasksOf.getOrDefault(area.refArea(), 0),
                    lightsIn.getOrDefault(area.refArea(), List.of()),
                    openIn.getOrDefault(area.refArea(), List.of())))
        .toList();
  }

  private List<Subject> units(
      List<NewestLight> lights, List<RectificationRow> open, Collection<Task> tasks) {
    Map<String, List<NewestLight>> lightsOf =
        byEach(this::leads, lights.stream().filter(NewestLight::isSetFor).toList());
    Map<String, List<RectificationRow>> openOf = byEach(RectificationRow::involved, open);
    Map<String, Integer> tasksOf = named(tasks, Task::leads);
    Set<String> units = new TreeSet<>(tasksOf.keySet());
    lights.forEach(light -> units.addAll(leads(light)));
    return units.stream()
        .map(
            unit ->
                new Subject(
                    SubjectType.unit,
                    unit,
                    true,
                    tasksOf.getOrDefault(unit, 0),
                    lightsOf.getOrDefault(unit, List.of()),
                    openOf.getOrDefault(unit, List.of())))
        .toList();
  }

  private AssessmentRow row(Subject subject) {
    Policy.Assessment rules = policy.assessment();
    LightCounts counts = LightCounts.of(subject.lights().stream().map(NewestLight::light).toList());
    int silent = (int) subject.lights().stream().filter(this::isSilence).count();
    int open = subject.open().size();
    int overdue = (int) subject.open().stream().filter(RectificationRow::overdue).count();
    long overdueOwn =
        subject.open().stream()
            .filter(RectificationRow::overdue)
            .filter(subject::answersFor)
            .count();
    BigDecimal points =
        sumOfJudged(subject, light -> points(counted(light)).multiply(weight(light)));
    BigDecimal possible = sumOfJudged(subject, this::weight);
    BigDecimal score =
        Score.percent(
                points.add(rules.overdue().multiply(BigDecimal.valueOf(overdueOwn))), possible)
            .orElse(null);
    Score.Finding finding =
        Score.finding(
            score,
            counts.judged() + silent,
            overdue,
            rules.praiseFrom(),
            rules.criticiseBelow(),
            rules.judgedAtLeast());
    boolean isAssessed = isAssessed(score, counts.judged() + silent);
    return new AssessmentRow(
        subject.type(),
        subject.code(),
        subject.counted(),
        subject.tasks(),
        counts.green(),
        counts.blue(),
        counts.yellow(),
        counts.red(),
        counts.noData(),
        silent,
        open,
        overdue,
        points,
        possible,
        score,
        finding,
        reason(counts, silent, open, overdue, score),
        null,
        isAssessed && rules.setsYearlyPoints()
            ? ExactDecimal.stored(rules.yearlyPoints(finding))
            : null,
        isAssessed ? derivation(points, possible, overdueOwn, score, finding) : null,
        policy.policyId(),
        Provenance.ofUsed(
            subject.lights().stream().map(NewestLight::provenance).toArray(Provenance[]::new)),
        asOf);
  }

  /** How the score and what it adds in the yearly assessment come about, with all numbers. */
  private String derivation(
      BigDecimal points,
      BigDecimal possible,
      long overdueOwn,
      BigDecimal score,
      Score.Finding finding) {
    Policy.Assessment rules = policy.assessment();
    String taken =
        overdueOwn == 0 ? "" : "－逾期%d件×%s".formatted(overdueOwn, plain(rules.overdue().negate()));
    boolean isBelowZero =
        points.add(rules.overdue().multiply(BigDecimal.valueOf(overdueOwn))).signum() < 0;
    String yearly =
        rules.setsYearlyPoints()
            ? "年度考核%s分".formatted(signed(rules.yearlyPoints(finding)))
            : "办法没有规定年度考核的加减分";
    return "（%s%s）÷%s＝%s%%%s，%s，%s"
        .formatted(
            plain(points),
            taken,
            plain(possible),
            ExactDecimal.printed(score, 1).toPlainString(),
            isBelowZero ? "（不低于零）" : "",
            finding.nameZh(),
            yearly);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String signed(BigDecimal number) {
    return number.signum() > 0
        ? "加" + plain(number)
        : number.signum() < 0 ? "减" + plain(number.negate()) : "加0";
  }

  private String reason(LightCounts counts, int silent, int open, int overdue, BigDecimal score) {
    int atLeast = policy.assessment().judgedAtLeast();
    int judged = counts.judged() + silent;
    if (score == null || judged < atLeast) {
      return "有数据的目标只有%d项，不足%d项，不作评价".formatted(judged, atLeast);
    }
    return "已评判%d项，%s红灯%d项，未销号%d件（其中逾期%d件），得分率%s%%"
        .formatted(
            judged,
            silent == 0 ? "" : "其中逾期未报、按红灯计%d项，".formatted(silent),
            counts.red(),
            open,
            overdue,
            ExactDecimal.printed(score, 1).toPlainString());
  }

  /** Sum over the lights that rest on a figure, or on silence; rounded once. */
  private BigDecimal sumOfJudged(Subject subject, Function<NewestLight, BigDecimal> brought) {
    return ExactDecimal.stored(
        subject.lights().stream()
            .filter(light -> counted(light) != Light.no_data)
            .map(brought)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private Light counted(NewestLight light) {
    return isSilence(light) ? Light.red : light.light();
  }

  private boolean isSilence(NewestLight light) {
    return light.light() == Light.no_data
        && owed.contains(
            new OwedFigure(targets.get(light.targetId()).indicator(), light.refArea()));
  }

  private BigDecimal points(Light light) {
    return ExactDecimal.stored(policy.assessment().points().getOrDefault(light, BigDecimal.ZERO));
  }

  private BigDecimal weight(NewestLight light) {
    String commitment = targets.get(light.targetId()).commitment();
    return ExactDecimal.stored(
        policy.assessment().weights().getOrDefault(commitment, BigDecimal.ONE));
  }

  private List<String> leads(NewestLight light) {
    return responsibilities.leads(targets.get(light.targetId()));
  }

  private static <T> Map<String, List<T>> by(Function<T, String> subject, List<T> all) {
    return all.stream().collect(Collectors.groupingBy(subject));
  }

  private static <T> Map<String, List<T>> byEach(
      Function<T, ? extends Collection<String>> subjects, List<T> all) {
    Map<String, List<T>> by = new HashMap<>();
    all.forEach(
        one ->
            subjects
                .apply(one)
                .forEach(subject -> by.computeIfAbsent(subject, s -> new ArrayList<>()).add(one)));
    return by;
  }

  /** Number of tasks in which each area or unit is named. */
  private static Map<String, Integer> named(
      Collection<Task> tasks, Function<Task, List<String>> names) {
    return tasks.stream()
        .flatMap(task -> names.apply(task).stream())
        .collect(Collectors.toMap(Function.identity(), name -> 1, Integer::sum));
  }
}
