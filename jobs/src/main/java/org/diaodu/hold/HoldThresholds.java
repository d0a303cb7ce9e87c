package org.diaodu.hold;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.region.InvalidPackException;
import org.diaodu.region.PackFault;
import org.diaodu.region.RegionPack;
import org.diaodu.region.YamlNode;

/**
 * What the built-in rules go by: their own thresholds where the pack says nothing else.
 *
 * <pre>
 * - hold: far_out_of_bounds
 *   times: 20          # 倍
 * - hold: growth_leaves_history
 *   severity: warn     # hold, warn or off
 * </pre>
 */
public final class HoldThresholds implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FILE = "rules.yaml";

  /** The field that tells a built-in rule from one of the pack. */
  private static final String NAME = "hold";

  /** What becomes of a figure that breaks a built-in rule. */
  public enum Severity {
    /** It is held. */
    hold,
    /** It is accepted with a warning. */
    warn,
    /** The rule is not looked at. */
    off
  }

  private final EnumMap<HoldRule, Severity> severities = new EnumMap<>(HoldRule.class);
  private final EnumMap<HoldRule, Map<String, BigDecimal>> thresholds =
      new EnumMap<>(HoldRule.class);

  private HoldThresholds() {
    for (HoldRule rule : HoldRule.values()) {
      severities.put(rule, Severity.hold);
      thresholds.put(rule, new HashMap<>(rule.defaults()));
    }
  }

  /** Of a pack that says nothing. */
  public static HoldThresholds defaults() {
    return new HoldThresholds();
  }

  /**
   * Of a pack.
   *
   * @throws InvalidPackException with every fault, where there is one
   */
  public static HoldThresholds of(RegionPack pack) {
    List<PackFault> faults = new ArrayList<>();
    HoldThresholds thresholds = examine(pack, faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(pack.name(), faults);
    }
    return thresholds;
  }

  /** Of a pack; adds everything that is wrong with what it says. */
  public static HoldThresholds examine(RegionPack pack, List<PackFault> faults) {
    HoldThresholds thresholds = defaults();
    List<PackFault> found = new ArrayList<>();
    YamlNode root = YamlNode.of(FILE, pack.rules(), found);
    if (root.isPresent()) {
      root.items().stream()
          .filter(item -> item.entries().containsKey(NAME))
          .forEach(thresholds::read);
      // What is wrong with the file as a whole is said where the pack's own rules are read.
      faults.addAll(found);
    }
    return thresholds;
  }

  private void read(YamlNode item) {
    YamlNode name = item.entries().get(NAME);
    HoldRule rule = name.code(NAME, HoldRule.class);
    if (rule == null) {
      if (name.text().isEmpty()) {
        name.fault("没有写是哪一条内置规则", "只能是：" + List.of(HoldRule.values()));
      }
      return;
    }
    List<String> known = new ArrayList<>(rule.defaults().keySet());
    known.addAll(List.of(NAME, "severity"));
    YamlNode.Fields fields = item.fields(known);
    Severity severity = fields.field("severity").code("severity", Severity.class);
    if (severity != null) {
      severities.put(rule, severity);
    }
    for (String threshold : rule.defaults().keySet()) {
      if (fields.has(threshold)) {
        positive(fields.field(threshold), threshold)
            .ifPresent(value -> thresholds.get(rule).put(threshold, value));
      }
    }
  }

  private static Optional<BigDecimal> positive(YamlNode field, String name) {
    try {
      BigDecimal value = new BigDecimal(field.text());
      if (value.signum() > 0) {
        return Optional.of(value);
      }
    } catch (NumberFormatException none) {
      // Said below.
    }
    field.fault("%s“%s”不是大于0的数".formatted(name, field.text()), "请写数字，如10");
    return Optional.empty();
  }

  /** What becomes of a figure that breaks a rule. */
  public Severity severity(HoldRule rule) {
    return severities.get(rule);
  }

  /** A threshold of a rule, for tests of plausibility: no figure is made with it. */
  double of(HoldRule rule, String threshold) {
    return thresholds.get(rule).get(threshold).doubleValue();
  }
}
