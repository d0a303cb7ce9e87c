package org.diaodu.cube;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Share;

/**
 * The aggregate of a peer group at one period: the one denominator of shares and contributions. It
 * is the parent's own figure, or else the sum of its components, and that only with every one of
 * them: with one missing it would look like a total and raise every share.
 *
 * @param published the parent's own figure; null where it has none
 * @param sum sum of the components; null where one is missing, and where it has too many digits
 * @param counted how many components have a figure
 * @param expected how many components there are
 * @param sumIsOutOfRange whether all are there, and their sum has too many digits
 * @param publishedProvenance of the parent's own figure; null where it has none
 * @param sumProvenance of the components; null where there is no sum
 */
record Aggregate(
    BigDecimal published,
    BigDecimal sum,
    int counted,
    int expected,
    boolean sumIsOutOfRange,
    Provenance publishedProvenance,
    Provenance sumProvenance) {

  static final Aggregate NONE = new Aggregate(null, null, 0, 0, false, null, null);

  /**
   * From the figures at one period.
   *
   * @param own the parent's; null where it has none
   * @param components of the components that have a point
   * @param expected how many components there are
   */
  static Aggregate of(Point own, List<Point> components, int expected) {
    BigDecimal sum = BigDecimal.ZERO;
    int counted = 0;
    Provenance provenance = Provenance.official;
    for (Point component : components) {
      if (component.level().value() != null) {
        sum = sum.add(component.level().value());
        provenance = Provenance.ofUsed(provenance, component.level().provenance());
        counted++;
      }
    }
    boolean all = expected > 0 && counted == expected;
    boolean fits = ExactDecimal.fits(sum);
    return new Aggregate(
        own == null ? null : own.level().value(),
        all && fits ? sum : null,
        counted,
        expected,
        all && !fits,
        own == null ? null : own.level().usedProvenance(),
        all && fits ? provenance : null);
  }

  BigDecimal level() {
    return published != null ? published : sum;
  }

  /** Where {@link #level} comes from; null where there is none. */
  Share.Denominator denominator() {
    if (published != null) {
      return Share.Denominator.published_total;
    }
    return sum == null ? null : Share.Denominator.sum_of_areas;
  }

  /** Of what {@link #level} was made from, and of nothing else; null where there is none. */
  Provenance provenance() {
    return published != null ? publishedProvenance : sumProvenance;
  }

  /** Why there is no {@link #level}. */
  NotComputed whyNone() {
    return sumIsOutOfRange ? NotComputed.out_of_range : NotComputed.no_total;
  }
}
