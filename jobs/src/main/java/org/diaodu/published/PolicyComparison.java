package org.diaodu.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.attainment.AttainmentRow;
import org.diaodu.dispatch.AssessmentRow;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.region.Area;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/** What would be judged otherwise under another policy, over the same figures. */
public final class PolicyComparison {
  private static final String NOTHING = "—";

  private final RegionPack pack;

  private PolicyComparison(RegionPack pack) {
    this.pack = pack;
  }

  /** What differs. */
  public enum Kind {
    /** A light. */
    light("亮灯"),
    /** A problem that is handed over, or how far it has gone. */
    rectification("整改"),
    /** Praise or criticism. */
    finding("表扬和批评"),
    /** A score, with the same finding. */
    score("得分");

    private final String nameZh;

    Kind(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As people read it. */
    public String nameZh() {
      return nameZh;
    }
  }

  /**
   * One thing that two policies judge differently, in words for people.
   *
   * @param what the target; of an assessment nothing
   * @param who the area or the unit
   * @param before under the first policy
   * @param now under the second
   * @param reasonBefore why
   * @param reasonNow why
   */
  public record Difference(
      Kind kind,
      String what,
      String who,
      String before,
      String now,
      String reasonBefore,
      String reasonNow) {}

  /** All that differs: lights first, then problems, findings and scores. */
  public static List<Difference> between(RegionPack pack, PolicyOutcome before, PolicyOutcome now) {
    PolicyComparison of = new PolicyComparison(pack);
    List<Difference> all = new ArrayList<>();
    all.addAll(
        of.pairs(
            before.lights(), now.lights(), row -> row.targetId() + " " + row.refArea(), of::light));
    all.addAll(
        of.pairs(
            before.problems(), now.problems(), RectificationRow::rectificationId, of::problem));
    all.addAll(
        of.pairs(
            before.assessments(),
            now.assessments(),
            row -> row.subjectType() + " " + row.subject(),
            of::assessment));
    all.sort(java.util.Comparator.comparing(Difference::kind));
    return all;
  }

  /** How many there are of each kind. */
  public static Map<Kind, Long> counts(Collection<Difference> differences) {
    return Arrays.stream(Kind.values())
        .collect(
            Collectors.toMap(
                Function.identity(),
                kind -> differences.stream().filter(d -> d.kind() == kind).count(),
                Long::sum,
                TreeMap::new));
  }

  /** The differences as a table with columns for people. */
  public static Dataset<Row> table(
      SparkSession spark, List<Difference> differences, String first, String second) {
    StructType columns = new StructType();
    // Two policies of one name are two files all the same.
    String other = second.equals(first) ? second + "（后者）" : second;
    for (String name : List.of("类别", "目标", "地区或单位", first, other, "前者的理由", "后者的理由")) {
      columns = columns.add(name, DataTypes.StringType);
    }
    return spark.createDataFrame(
        differences.stream()
            .map(
                d ->
                    RowFactory.create(
                        d.kind().nameZh(),
                        d.what(),
                        d.who(),
                        d.before(),
                        d.now(),
                        d.reasonBefore(),
                        d.reasonNow()))
            .toList(),
        columns);
  }

  /** Says how two rows of one key differ, of which one may be null; nothing where they do not. */
  private interface Pair<R> {
    Difference of(R before, R now);
  }

  private <R> List<Difference> pairs(
      List<R> before, List<R> now, Function<R, String> key, Pair<R> pair) {
    Map<String, R> first = before.stream().collect(Collectors.toMap(key, Function.identity()));
    Map<String, R> second = now.stream().collect(Collectors.toMap(key, Function.identity()));
    TreeSet<String> keys = new TreeSet<>(first.keySet());
    keys.addAll(second.keySet());
    return keys.stream()
        .map(of -> pair.of(first.get(of), second.get(of)))
        .filter(Objects::nonNull)
        .toList();
  }

  private Difference light(AttainmentRow before, AttainmentRow now) {
    AttainmentRow one = before == null ? now : before;
    if (before != null && now != null && before.light() == now.light()) {
      return null;
    }
    return new Difference(
        Kind.light,
        target(one.targetId()),
        area(one.refArea()),
        before == null ? NOTHING : before.light().nameZh(),
        now == null ? NOTHING : now.light().nameZh(),
        before == null ? NOTHING : before.lightReason(),
        now == null ? NOTHING : now.lightReason());
  }

  private Difference problem(RectificationRow before, RectificationRow now) {
    RectificationRow one = before == null ? now : before;
    if (told(before).equals(told(now))) {
      return null;
    }
    return new Difference(
        Kind.rectification,
        target(one.targetId()),
        area(one.refArea()),
        told(before),
        told(now),
        before == null ? NOTHING : before.reason(),
        now == null ? NOTHING : now.reason());
  }

  private static String told(RectificationRow problem) {
    return problem == null
        ? NOTHING
        : "%s交办，期限%s，%s%s"
            .formatted(
                problem.openedOn(),
                problem.dueOn(),
                problem.state().nameZh(),
                problem.overdue() ? "，逾期" : "");
  }

  private Difference assessment(AssessmentRow before, AssessmentRow now) {
    AssessmentRow one = before == null ? now : before;
    if (told(before).equals(told(now))) {
      return null;
    }
    boolean isFound = before == null || now == null || before.finding() != now.finding();
    return new Difference(
        isFound ? Kind.finding : Kind.score,
        "",
        one.subjectType() == AssessmentRow.SubjectType.area
            ? area(one.subject())
            : pack.answererName(one.subject()),
        told(before),
        told(now),
        before == null ? NOTHING : before.reason(),
        now == null ? NOTHING : now.reason());
  }

  private static String told(AssessmentRow row) {
    if (row == null) {
      return NOTHING;
    }
    return row.scorePct() == null
        ? row.finding().nameZh()
        : "%s，%s%%"
            .formatted(
                row.finding().nameZh(), ExactDecimal.printed(row.scorePct(), 1).toPlainString());
  }

  private String target(String id) {
    return pack.target(id).map(Target::nameZh).orElse(id);
  }

  private String area(String code) {
    return pack.area(code).map(Area::nameZh).orElse(code);
  }
}
