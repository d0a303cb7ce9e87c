package org.diaodu.region;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions of a target beside its value, as the column {@code rule} of {@code targets.csv}
 * lists them, separated by {@code ;}.
 *
 * @param kind what the condition is
 * @param argument the target it names, or the threshold
 */
public record TargetRule(Kind kind, String argument) implements java.io.Serializable {
  private static final Pattern THRESHOLD = Pattern.compile(">=\\s*(\\d+(?:\\.\\d+)?)");

  /** What a condition says. */
  public enum Kind {
    /** {@code >=100}: the level from which an area counts. */
    threshold(false),
    /** Part of another target, never to be added to it. */
    subset_of(true),
    /** One area's part of a target that is set for the whole. */
    allocation_of(true),
    /** Promised in one breath with another target: only both together are met. */
    together(true),
    /** To be met in every period of the year. */
    all_year(false),
    /** Counted since the programme began, not since 1 January. */
    since_launch(false);

    private final boolean namesTarget;

    Kind(boolean namesTarget) {
      this.namesTarget = namesTarget;
    }

    /** Whether the condition names another target. */
    public boolean namesTarget() {
      return namesTarget;
    }
  }

  /** The conditions of a cell; empty where one of them is not known. */
  static Optional<List<TargetRule>> parse(String cell) {
    List<Optional<TargetRule>> rules =
        Arrays.stream(cell.split(";"))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(TargetRule::one)
            .toList();
    return rules.stream().allMatch(Optional::isPresent)
        ? Optional.of(rules.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private static Optional<TargetRule> one(String text) {
    Matcher threshold = THRESHOLD.matcher(text);
    if (threshold.matches()) {
      return Optional.of(new TargetRule(Kind.threshold, threshold.group(1)));
    }
    String[] parts = text.split(":", 2);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.threshold && kind.name().equals(parts[0].strip()))
        .filter(kind -> kind.namesTarget() == (parts.length == 2))
        .findFirst()
        .map(kind -> new TargetRule(kind, parts.length == 2 ? parts[1].strip() : ""));
  }

  /** The threshold as a number. */
  BigDecimal number() {
    return new BigDecimal(argument);
  }
}
