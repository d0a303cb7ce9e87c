package org.diaodu.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.domain.Light;

/** Reads a {@code policy*.yaml}. What a pack leaves out has a value that judges nobody harder. */
public final class PolicyReader {
  static final List<String> FIELDS =
      List.of(
          "policy_id",
          "valid_from",
          "valid_to",
          "scheme",
          "catch_up",
          "yellow_within",
          "about_within",
          "tolerances",
          "applies_to_counties",
          "phased_by_history",
          "due_at_deadline",
          "due_days",
          "reconciled_to_total",
          "landing",
          "rectification",
          "office_closes",
          "points",
          "weights",
          "assessment");

  /** The tolerances of a plan that states none, as a policy would. */
  private static final String USUAL =
      """
      # 地区包没有写亮灯办法，按通常的容差
      policy_id: usual-%d
      yellow_within: {growth_yoy: 1, level: 1%%, increment: 5, capital_share: 0.1, count_of_areas: 1, assessed: 5}
      about_within: 2%%
      """;

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  private final YamlFile yaml;

  private PolicyReader(YamlFile yaml) {
    this.yaml = yaml;
  }

  /**
   * A policy like another, but for the way in which lights are chosen: {@code policy_id} and, where
   * the file has them, {@code scheme, catch_up, yellow_within, about_within, tolerances}.
   *
   * @param faults gets everything that is wrong with the file
   */
  public static Policy like(Policy base, String file, String text, List<PackFault> faults) {
    YamlFile yaml =
        new YamlFile(
            file,
            text,
            List.of(
                "policy_id", "scheme", "catch_up", "yellow_within", "about_within", "tolerances"),
            faults);
    return new Policy(
        yaml.text("policy_id"),
        base.validFrom(),
        base.validTo(),
        yaml.code("scheme", base.scheme()),
        yaml.has("catch_up") ? yaml.flag("catch_up") : base.catchUp(),
        TolerancesReader.read(yaml, base.tolerances()),
        base.appliesToCounties(),
        base.phasedByHistory(),
        base.dueAtDeadline(),
        base.dueDays(),
        base.reconciledToTotal(),
        base.landing(),
        base.rectification(),
        base.assessment(),
        text);
  }

  /** The text of the policy of a plan that comes without one. */
  static String usual(int planYear) {
    return USUAL.formatted(planYear);
  }

  static Policy read(YamlFile yaml, String text) {
    return new PolicyReader(yaml).policy(text);
  }

  private static Tolerances usual() {
    return TolerancesReader.read(
        new YamlFile("policy.yaml", usual(0), FIELDS, new ArrayList<>()), null);
  }

  private Policy policy(String text) {
    return new Policy(
        yaml.text("policy_id"),
        day("valid_from", yaml.field("valid_from").text()).orElse(LocalDate.EPOCH),
        day("valid_to", yaml.field("valid_to").text()).orElse(null),
        yaml.code("scheme", Policy.Scheme.gap),
        yaml.flag("catch_up"),
        TolerancesReader.read(yaml, usual()),
        codes("applies_to_counties"),
        codes("phased_by_history"),
        codes("due_at_deadline"),
        yaml.has("due_days") ? yaml.whole("due_days") : 20,
        codes("reconciled_to_total"),
        landing(),
        rectification(),
        assessment(),
        text);
  }

  /** The day of a field; empty where there is none, or, with a fault, another text. */
  private Optional<LocalDate> day(String name, String text) {
    try {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      LocalDate day = LocalDate.parse(text);
      if (text.length() == 10 && day.getYear() >= 1900) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException noDay) {
      // Told below, with what is no day either.
    }
    yaml.fault(name, "%s“%s”不是日期".formatted(name, text), "请写成2024-01-31的样子");
    return Optional.empty();
  }

  private Policy.Landing landing() {
    Map<String, BigDecimal> of =
        settings("landing", Map.of("confidence_pct", 80, "years", 5, "annual_years", 4));
    return new Policy.Landing(
        of.get("confidence_pct"),
        whole("landing", "years", of),
        whole("landing", "annual_years", of));
  }

  private Policy.Rectification rectification() {
    Map<String, BigDecimal> of =
        settings(
            "rectification",
            Map.of("due_days", 31, "supervise_after", 1, "escalate_after", 3, "remind_days", 7));
    return new Policy.Rectification(
        whole("rectification", "due_days", of),
        whole("rectification", "supervise_after", of),
        whole("rectification", "escalate_after", of),
        whole("rectification", "remind_days", of),
        yaml.flag("office_closes"));
  }

  private Policy.Assessment assessment() {
    Map<Light, BigDecimal> points = new EnumMap<>(Light.class);
    points.put(Light.green, BigDecimal.ONE);
    points.put(Light.blue, new BigDecimal("0.8"));
    points.put(Light.yellow, new BigDecimal("0.5"));
    points.put(Light.red, BigDecimal.ZERO);
    points.putAll(yaml.has("points") ? named("points", Light.class) : Map.of());
    Map<String, BigDecimal> of =
        settings(
            "assessment",
            Map.of(
                "overdue",
                0,
                "praise_from",
                100,
                "criticise_below",
                0,
                "judged_at_least",
                1,
                "silence_after",
                31));
    return new Policy.Assessment(
        points,
        yaml.has("weights") ? yaml.numbers("weights") : Map.of(),
        of.get("overdue"),
        of.get("praise_from"),
        of.get("criticise_below"),
        whole("assessment", "judged_at_least", of),
        whole("assessment", "silence_after", of));
  }

  private int whole(String field, String name, Map<String, BigDecimal> of) {
    BigDecimal number = of.get(name);
    if (number.stripTrailingZeros().scale() > 0 || number.compareTo(MOST) > 0) {
      yaml.fault(field, "%s中%s“%s”不是整数".formatted(field, name, number.toPlainString()), "请写整数");
    }
    return number.intValue();
  }

  /** Named numbers of a field, each with a default. */
  private Map<String, BigDecimal> settings(String field, Map<String, Integer> defaults) {
    Map<String, BigDecimal> of = new LinkedHashMap<>();
    defaults.forEach((name, value) -> of.put(name, BigDecimal.valueOf(value)));
    if (yaml.has(field)) {
      yaml.numbers(field)
          .forEach(
              (name, value) -> {
                if (of.replace(name, value) == null) {
                  yaml.fault(
                      field,
                      "%s中“%s”不认得".formatted(field, name),
                      "只能是：" + String.join("、", defaults.keySet().stream().sorted().toList()));
                }
              });
    }
    return of;
  }

  private <E extends Enum<E>> Map<E, BigDecimal> named(String field, Class<E> codes) {
    Map<E, BigDecimal> of = new EnumMap<>(codes);
    yaml.numbers(field)
        .forEach(
            (name, value) -> {
              try {
                of.put(Enum.valueOf(codes, name), value);
              } catch (IllegalArgumentException unknown) {
                yaml.fault(
                    field,
                    "%s中“%s”不认得".formatted(field, name),
                    "只能是：" + List.of(codes.getEnumConstants()));
              }
            });
    return of;
  }

  private Set<String> codes(String field) {
    return yaml.list(field).stream().map(YamlNode::text).collect(Collectors.toSet());
  }
}
