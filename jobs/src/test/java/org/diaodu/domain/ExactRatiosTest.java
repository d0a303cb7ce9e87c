package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Every ratio is the exact quotient rounded half up once. Held against fractions of whole numbers,
 * on random figures: negative, zero, tiny and huge ones among them.
 */
class ExactRatiosTest {
  private static final int CASES = 20_000;
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private final Random random = new Random(4);

  @Test
  void growth() {
    for (int i = 0; i < CASES; i++) {
      BigDecimal level = figure();
      BigDecimal ago = figure();
      assertThat(Growth.computed(level, ago))
          .as("%s over %s", level, ago)
          .isEqualTo(ago.signum() <= 0 ? Optional.empty() : percent(level.subtract(ago), ago));
    }
  }

  @Test
  void shares() {
    for (int i = 0; i < CASES; i++) {
      BigDecimal part = figure();
      BigDecimal total = figure();
      assertThat(Share.percent(part, total))
          .as("%s of %s", part, total)
          .isEqualTo(total.signum() <= 0 ? Optional.empty() : percent(part, total));
    }
  }

  @Test
  void contributions() {
    for (int i = 0; i < CASES; i++) {
      BigDecimal level = figure();
      BigDecimal ago = figure();
      BigDecimal parent = figure();
      boolean none = parent.signum() <= 0;
      assertThat(Contribution.byLevels(level, ago, parent))
          .as("%s over %s of %s", level, ago, parent)
          .isEqualTo(none ? Optional.empty() : percent(level.subtract(ago), parent));
      assertThat(Contribution.byGrowth(ago, level, parent))
          .as("%s of %s, grown by %s", ago, parent, level)
          .isEqualTo(none ? Optional.empty() : rounded(ago.multiply(level), parent));
    }
  }

  @Test
  void impliedBases() {
    for (int i = 0; i < CASES; i++) {
      BigDecimal level = figure();
      BigDecimal growth = figure();
      BigDecimal index = growth.add(BigDecimal.valueOf(100));
      assertThat(Growth.impliedLevelYearAgo(level, growth))
          .as("%s after %s %%", level, growth)
          .isEqualTo(index.signum() <= 0 ? Optional.empty() : percent(level, index));
    }
  }

  @Test
  void aConstantSeriesDoesNotGrow() {
    for (int i = 0; i < CASES; i++) {
      BigDecimal level = figure().abs().max(new BigDecimal("0.000001"));
      assertThat(Growth.computed(level, level)).hasValueSatisfying(g -> assertThat(g).isZero());
    }
  }

  /** A stored figure of any size: up to twelve digits before the point and six after. */
  private BigDecimal figure() {
    return switch (random.nextInt(8)) {
      case 0 -> BigDecimal.ZERO.setScale(6);
      case 1 -> BigDecimal.valueOf(random.nextInt(-9, 10), 6);
      case 2 ->
          BigDecimal.valueOf(
              random.nextLong(-999_999_999_999_999_999L, 1_000_000_000_000_000_000L), 6);
      case 3 -> BigDecimal.valueOf(random.nextInt(-200_000, 200_000), 1).setScale(6);
      default -> BigDecimal.valueOf(random.nextLong(-100_000_000_000L, 1_000_000_000_000L), 6);
    };
  }

  private static Optional<BigDecimal> percent(BigDecimal numerator, BigDecimal denominator) {
    return rounded(numerator.movePointRight(2), denominator);
  }

  /** The fraction as whole numbers, doubled, plus one half, divided once. */
  private static Optional<BigDecimal> rounded(BigDecimal numerator, BigDecimal denominator) {
    int scale = Math.max(numerator.scale(), denominator.scale());
    BigInteger n = numerator.setScale(scale).unscaledValue().multiply(MILLION);
    BigInteger d = denominator.setScale(scale).unscaledValue();
    BigInteger magnitude = n.abs().shiftLeft(1).add(d.abs()).divide(d.abs().shiftLeft(1));
    BigDecimal value =
        new BigDecimal(n.signum() * d.signum() < 0 ? magnitude.negate() : magnitude, 6);
    boolean fits = magnitude.compareTo(BigInteger.TEN.pow(18)) < 0;
    return fits ? Optional.of(value) : Optional.empty();
  }
}
