package org.diaodu.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Divide;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.diaodu.region.InvalidPackException;
import org.diaodu.region.PackFault;
import org.diaodu.region.RegionPack;
import org.diaodu.region.YamlNode;
import org.diaodu.text.EditDistance;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads the rules of a pack. A condition that does not parse, or names a column that a figure does
 * not have, is a fault of the pack: Spark would otherwise find it out in the middle of a night.
 */
public final class Rules {
  private static final String FILE = "rules.yaml";
  private static final Set<String> FIELDS =
      Set.of("id", "severity", "where", "condition", "expected", "message");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  private final List<PackFault> faults;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private Rules(List<PackFault> faults) {
    this.faults = faults;
  }

  /**
   * The rules of a pack; none where it has no {@code rules.yaml}.
   *
   * @throws InvalidPackException with every fault, where there is one
   */
  public static List<Rule> of(RegionPack pack) {
    List<PackFault> faults = new ArrayList<>();
    List<Rule> rules = examine(pack, faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(pack.name(), faults);
    }
    return rules;
  }

  /** The rules of a pack; adds everything that is wrong with them. */
  public static List<Rule> examine(RegionPack pack, List<PackFault> faults) {
    Rules reader = new Rules(faults);
    if (!pack.rules().isBlank()) {
      reader.read(pack.rules());
    }
    return List.copyOf(reader.rules);
  }

  private void read(String yaml) {
    YamlNode root = YamlNode.of(FILE, yaml, faults);
    if (root.isPresent() && !root.isList()) {
      root.fault("文件不是规则的列表", "请每条规则写成“- id: …”");
    }
    root.items().stream().filter(item -> !isBuiltIn(item)).forEach(this::rule);
  }

  /** What the program holds by itself, with thresholds of the pack. */
  private static boolean isBuiltIn(YamlNode item) {
    return item.isMapping() && item.entries().containsKey("hold");
  }

  private void rule(YamlNode rule) {
    YamlNode.Fields fields = rule.fields(FIELDS);
    String id = fields.required("id");
    fields.required("severity");
    Rule.Severity severity = fields.field("severity").code("severity", Rule.Severity.class);
    if (!ids.add(id)) {
      fields.field("id").fault("规则“%s”写了两次".formatted(id), "请换一个id");
    }
    String where = fields.has("where") ? fields.text("where") : "true";
    String condition = fields.required("condition");
    String message = fields.required("message");
    expression(fields.field("where"), "where", where);
    expression(fields.field("condition"), "condition", condition.isEmpty() ? "true" : condition);
    placeholders(fields.field("message"), message);
    rules.add(
        new Rule(
            id,
            severity == null ? Rule.Severity.warn : severity,
            where,
            condition,
            fields.text("expected"),
            message));
  }

  private static void expression(YamlNode place, String field, String sql) {
    try {
      Expression parsed = new CatalystSqlParser().parseExpression(sql);
      if (divides(parsed)) {
        place.fault("%s中用了除号".formatted(field), "除数为零会使运行中断，请改用try_divide(a, b)");
      }
      columns(parsed).stream()
          .filter(name -> !Surroundings.COLUMNS.contains(name))
          .forEach(name -> unknown(place, field, name));
    } catch (Exception notSql) {
      place.fault("%s不是Spark SQL条件：%s".formatted(field, sql), "请改正");
    }
  }

  /** Division by zero ends a query, so that one odd figure would end the night. */
  private static boolean divides(Expression expression) {
    return expression instanceof Divide
        || CollectionConverters.asJava(expression.children()).stream().anyMatch(Rules::divides);
  }

  private static Set<String> columns(Expression expression) {
    Set<String> names = new HashSet<>();
    if (expression instanceof UnresolvedAttribute attribute) {
      names.add(attribute.name());
    }
    CollectionConverters.asJava(expression.children())
        .forEach(child -> names.addAll(columns(child)));
    return names;
  }

  private static void placeholders(YamlNode place, String message) {
    Matcher matcher = PLACEHOLDER.matcher(message);
    while (matcher.find()) {
      if (!Surroundings.COLUMNS.contains(matcher.group(1))) {
        unknown(place, "message", matcher.group(1));
      }
    }
  }

  private static void unknown(YamlNode place, String field, String name) {
    String nearest =
        Surroundings.COLUMNS.stream()
            .min(Comparator.comparingInt(c -> EditDistance.between(name, c)))
            .orElseThrow();
    place.fault("%s中没有“%s”这一列".formatted(field, name), "是否应为“%s”？".formatted(nearest));
  }
}
