package org.diaodu.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.diaodu.text.EditDistance;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
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
    try {
      Node root =
          new Compose(LoadSettings.builder().setLabel(FILE).build())
              .composeString(yaml)
              .orElse(null);
      if (root instanceof SequenceNode list) {
        list.getValue().forEach(this::rule);
      } else {
        fault(1, "文件不是规则的列表", "请每条规则写成“- id: …”");
      }
    } catch (YamlEngineException e) {
      fault(1, String.valueOf(e.getMessage()), "请改正YAML格式");
    }
  }

  private void rule(Node node) {
    int line = line(node);
    Map<String, String> fields = new HashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple field : mapping.getValue()) {
        String name = text(field.getKeyNode());
        if (!FIELDS.contains(name)) {
          fault(line(field.getKeyNode()), "字段“%s”不认得".formatted(name), "只能是：" + sorted(FIELDS));
        }
        fields.put(name, text(field.getValueNode()));
      }
    }
    for (String required : List.of("id", "severity", "condition", "message")) {
      if (fields.getOrDefault(required, "").isEmpty()) {
        fault(line, "规则缺少" + required, "请补上");
      }
    }
    String severity = fields.getOrDefault("severity", "warn");
    if (!severity.equals("warn") && !severity.equals("reject")) {
      fault(line, "severity“%s”不认得".formatted(severity), "只能是：warn、reject");
    }
    if (!ids.add(fields.getOrDefault("id", ""))) {
      fault(line, "规则“%s”写了两次".formatted(fields.get("id")), "请换一个id");
    }
    String where = fields.getOrDefault("where", "");
    expression(line, "where", where.isEmpty() ? "true" : where);
    expression(line, "condition", fields.getOrDefault("condition", "true"));
    placeholders(line, fields.getOrDefault("message", ""));
    rules.add(
        new Rule(
            fields.getOrDefault("id", ""),
            severity.equals("reject"),
            where.isEmpty() ? "true" : where,
            fields.getOrDefault("condition", "true"),
            fields.getOrDefault("expected", ""),
            fields.getOrDefault("message", "")));
  }

  private void expression(int line, String field, String sql) {
    try {
      Expression parsed = new CatalystSqlParser().parseExpression(sql);
      if (divides(parsed)) {
        fault(line, "%s中用了除号".formatted(field), "除数为零会使运行中断，请改用try_divide(a, b)");
      }
      columns(parsed).stream()
          .filter(name -> !Surroundings.COLUMNS.contains(name))
          .forEach(name -> unknown(line, field, name));
    } catch (Exception notSql) {
      fault(line, "%s不是Spark SQL条件：%s".formatted(field, sql), "请改正");
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

  private void placeholders(int line, String message) {
    Matcher matcher = PLACEHOLDER.matcher(message);
    while (matcher.find()) {
      if (!Surroundings.COLUMNS.contains(matcher.group(1))) {
        unknown(line, "message", matcher.group(1));
      }
    }
  }

  private void unknown(int line, String field, String name) {
    String nearest =
        Surroundings.COLUMNS.stream()
            .min(Comparator.comparingInt(c -> EditDistance.between(name, c)))
            .orElseThrow();
    fault(line, "%s中没有“%s”这一列".formatted(field, name), "是否应为“%s”？".formatted(nearest));
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  private void fault(int line, String found, String remedy) {
    faults.add(new PackFault(FILE, line, found, remedy));
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
