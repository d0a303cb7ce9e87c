package org.diaodu.region;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.domain.Tolerance;

/**
 * How far targets may be missed, as a policy says it: by kind, and for single targets otherwise.
 *
 * @param yellowWithin by kind, by how much a target may be missed and still be yellow; none where
 *     the policy is silent
 * @param aboutWithin by kind, how far off still counts as met for comparator {@code ~}; none where
 *     the policy is silent
 * @param yellowWithinOf the same as {@code yellowWithin} of single targets, by id
 * @param aboutWithinOf the same as {@code aboutWithin} of single targets, by id
 */
public record Tolerances(
    Map<Target.Kind, Size> yellowWithin,
    Map<Target.Kind, Size> aboutWithin,
    Map<String, Size> yellowWithinOf,
    Map<String, Size> aboutWithinOf)
    implements Serializable {

  /** The unit of percentage points. */
  static final String POINTS = "个百分点";

  /** The unit of a size in percent of what the figure is held against. */
  static final String PERCENT = "%";

  /**
   * A size as it is written.
   *
   * @param number zero or more
   * @param unit {@link #PERCENT}, {@link #POINTS}, the target's unit, or empty for what is usual of
   *     the kind: points of progress for what is due in part, the target's unit for all else
   */
  public record Size(BigDecimal number, String unit) implements Serializable {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*(\\D*)");

    /** None. */
    static final Size NONE = new Size(BigDecimal.ZERO, "");

    /** From a text such as {@code 0.5}, {@code 2%} or {@code 3万头}; empty where it is none. */
    static Optional<Size> parse(String text) {
      Matcher written = WRITTEN.matcher(text);
      return written.matches()
          ? Optional.of(new Size(new BigDecimal(written.group(1)), written.group(2).strip()))
          : Optional.empty();
    }
  }

  /**
   * By how much a target may be missed and still be yellow.
   *
   * @param isAmount whether it is due in part; a level of a cumulative series that is judged so has
   *     the tolerance of an amount
   */
  public Tolerance yellowWithin(Target target, boolean isAmount) {
    Size own = yellowWithinOf.get(target.targetId());
    if (own != null) {
      return tolerance(own, target, isAmount, target.kind() != Target.Kind.level);
    }
    Target.Kind kind =
        isAmount && target.kind() == Target.Kind.level ? Target.Kind.increment : target.kind();
    return tolerance(yellowWithin.getOrDefault(kind, Size.NONE), target, isAmount, true);
  }

  /** How far off a target still counts as met for comparator {@code ~}. */
  public Tolerance aboutWithin(Target target, boolean isAmount) {
    Size size =
        aboutWithinOf.getOrDefault(
            target.targetId(), aboutWithin.getOrDefault(target.kind(), Size.NONE));
    return tolerance(size, target, isAmount, false);
  }

  /** What is itself in percent is missed by points, whichever of the two is written. */
  private static Tolerance tolerance(
      Size size, Target target, boolean isAmount, boolean isOfProgress) {
    boolean isRelative =
        switch (size.unit()) {
          case "" -> isAmount && isOfProgress;
          case POINTS -> isAmount;
          case PERCENT -> isAmount || !target.isInPercent();
          default -> false;
        };
    return new Tolerance(size.number(), isRelative);
  }
}
