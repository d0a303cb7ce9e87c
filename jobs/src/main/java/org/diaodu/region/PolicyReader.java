package org.diaodu.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.domain.Cadence;
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
          "assessment",
          "reporting");

  /** The tolerances of a plan that states none, as a policy would. */
  private static final String USUAL =
      """
      # 地区包没有写亮灯办法，按通常的容差
      policy_id: usual-%d
      yellow_within: {growth_yoy: 1, level: 1%%, increment: 5, capital_share: 0.1, count_of_areas: 1, assessed: 5}
      about_within: 2%%
      """;

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  /** What holds where a pack's own policy does not say. */
  private static final Policy.Landing LANDING = new Policy.Landing(BigDecimal.valueOf(80), 5, 4);

  private static final Policy.Rectification RECTIFICATION =
      new Policy.Rectification(31, 1, 3, 7, false);

  private static final Policy.Assessment ASSESSMENT =
      new Policy.Assessment(
          Map.of(
              Light.green,
              BigDecimal.ONE,
              Light.blue,
              new BigDecimal("0.8"),
              Light.yellow,
              new BigDecimal("0.5"),
              Light.red,
              BigDecimal.ZERO),
          Map.of(),
          BigDecimal.ZERO,
          BigDecimal.valueOf(100),
          BigDecimal.ZERO,
          1,
          31,
          BigDecimal.ZERO,
          BigDecimal.ZERO);

  private final YamlFile yaml;

  private PolicyReader(YamlFile yaml) {
    this.yaml = yaml;
  }

  /**
   * A policy like another, but for what its file says.
   *
   * @param file a whole {@code policy.yaml}, or {@code policy_id} and a few of its fields
   * @param faults gets everything that is wrong with the file
   */
  public static Policy like(Policy base, String file, String text, List<PackFault> faults) {
    return new PolicyReader(new YamlFile(file, text, FIELDS, faults)).policy(base, text);
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
        codes("applies_to_counties", Set.of()),
        codes("phased_by_history", Set.of()),
        codes("due_at_deadline", Set.of()),
        whole("due_days", 20),
        codes("reconciled_to_total", Set.of()),
        landing(LANDING),
        rectification(RECTIFICATION),
        assessment(ASSESSMENT),
        reporting(Policy.Reporting.DEFAULT),
        text);
  }

  private Policy policy(Policy base, String text) {
    return new Policy(
        yaml.text("policy_id"),
        day("valid_from", yaml.field("valid_from").text()).orElse(base.validFrom()),
        day("valid_to", yaml.field("valid_to").text()).orElse(base.validTo()),
        yaml.code("scheme", base.scheme()),
        yaml.has("catch_up") ? yaml.flag("catch_up") : base.catchUp(),
        TolerancesReader.read(yaml, base.tolerances()),
        codes("applies_to_counties", base.appliesToCounties()),
        codes("phased_by_history", base.phasedByHistory()),
        codes("due_at_deadline", base.dueAtDeadline()),
        whole("due_days", base.dueDays()),
        codes("reconciled_to_total", base.reconciledToTotal()),
        landing(base.landing()),
        rectification(base.rectification()),
        assessment(base.assessment()),
        reporting(base.reporting()),
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

  private Policy.Landing landing(Policy.Landing base) {
    Map<String, BigDecimal> of =
        settings(
            "landing",
            Map.of(
                "confidence_pct",
                base.confidencePct(),
                "years",
                BigDecimal.valueOf(base.years()),
                "annual_years",
                BigDecimal.valueOf(base.annualYears())));
    return new Policy.Landing(
        of.get("confidence_pct"),
        whole("landing", "years", of),
        whole("landing", "annual_years", of));
  }

  private Policy.Rectification rectification(Policy.Rectification base) {
    Map<String, BigDecimal> of =
        settings(
            "rectification",
            Map.of(
                "due_days",
                BigDecimal.valueOf(base.dueDays()),
                "supervise_after",
                BigDecimal.valueOf(base.superviseAfter()),
                "escalate_after",
                BigDecimal.valueOf(base.escalateAfter()),
                "remind_days",
                BigDecimal.valueOf(base.remindDays())));
    return new Policy.Rectification(
        whole("rectification", "due_days", of),
        whole("rectification", "supervise_after", of),
        whole("rectification", "escalate_after", of),
        whole("rectification", "remind_days", of),
        yaml.has("office_closes") ? yaml.flag("office_closes") : base.officeCloses());
  }

  private Policy.Assessment assessment(Policy.Assessment base) {
    Map<Light, BigDecimal> points = new EnumMap<>(base.points());
    points.putAll(yaml.has("points") ? named("points", Light.class) : Map.of());
    Map<String, BigDecimal> of =
        settings(
            "assessment",
            Map.of(
                "overdue",
                base.overdue(),
                "praise_from",
                base.praiseFrom(),
                "criticise_below",
                base.criticiseBelow(),
                "judged_at_least",
                BigDecimal.valueOf(base.judgedAtLeast()),
                "silence_after",
                BigDecimal.valueOf(base.silenceAfter()),
                "praise_adds",
                base.praiseAdds(),
                "criticism_deducts",
                base.criticismDeducts()));
    return new Policy.Assessment(
        points,
        yaml.has("weights") ? yaml.numbers("weights") : base.weights(),
        of.get("overdue"),
        of.get("praise_from"),
        of.get("criticise_below"),
        whole("assessment", "judged_at_least", of),
        whole("assessment", "silence_after", of),
        of.get("praise_adds"),
        of.get("criticism_deducts"));
  }

  private Policy.Reporting reporting(Policy.Reporting base) {
    Map<String, Policy.Often> of = new LinkedHashMap<>();
    of.put("tasks", base.tasks());
    of.put("tasks_in_areas", base.tasksInAreas());
    of.put("tasks_of_all_areas", base.tasksOfAllAreas());
    yaml.entries("reporting")
        .forEach(
            (name, value) -> {
              Optional<Cadence> cadence =
                  Arrays.stream(Cadence.values())
                      .filter(known -> known.name().equals(value.text()))
                      .findFirst();
              if (!of.containsKey(name)) {
                value.fault(
                    "reporting中“%s”不认得".formatted(name), "只能是：" + String.join("、", of.keySet()));
              } else if (cadence.isEmpty()) {
                value.fault(
                    "reporting中%s“%s”不认得".formatted(name, value.text()),
                    "只能是："
                        + Arrays.stream(Cadence.values())
                            .map(Enum::name)
                            .collect(Collectors.joining("、")));
              } else {
                of.put(name, Policy.Often.stated(cadence.get()));
              }
            });
    return new Policy.Reporting(
        of.get("tasks"), of.get("tasks_in_areas"), of.get("tasks_of_all_areas"));
  }

  private int whole(String field, String name, Map<String, BigDecimal> of) {
    BigDecimal number = of.get(name);
    if (number.stripTrailingZeros().scale() > 0 || number.compareTo(MOST) > 0) {
      yaml.fault(field, "%s中%s“%s”不是整数".formatted(field, name, number.toPlainString()), "请写整数");
    }
    return number.intValue();
  }

  /** Named numbers of a field, each with a default. */
  private Map<String, BigDecimal> settings(String field, Map<String, BigDecimal> defaults) {
    Map<String, BigDecimal> of = new LinkedHashMap<>(defaults);
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

  private int whole(String field, int base) {
    return yaml.has(field) ? yaml.whole(field) : base;
  }

  private Set<String> codes(String field, Set<String> base) {
    return !yaml.has(field)
        ? base
        : yaml.list(field).stream().map(YamlNode::text).collect(Collectors.toSet());
  }
}
