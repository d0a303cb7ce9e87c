package org.diaodu.revisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Growth;

/**
 * {@code statistics.revisions}: the revision triangle in long form, every vintage of every figure
 * that has more than one.
 */
public final class RevisionRows {
  private RevisionRows() {}

  /**
   * The vintages of one figure in their order; none where no more than one is known. Official and
   * simulated figures are separate lines of vintages: neither revises the other.
   *
   * <p>Worked example:
   *
   * <pre>
   * vintage 1  preliminary  2024-07-15  100
   * vintage 2  revision     2024-09-15  103  revision  3   total_revision  3
   * vintage 3  revision     2025-03-15  101  revision −2   total_revision  1   is_current
   * </pre>
   *
   * <p>A difference is null where either value is, and where it has too many digits to be stored.
   *
   * @param vintages of one figure and one provenance, in any order
   * @param asOf later releases are not known yet; stored with each row
   */
  public static List<RevisionRow> of(Collection<Release> vintages, LocalDate asOf) {
    List<Release> known =
        vintages.stream()
            .filter(vintage -> !vintage.releaseDate().isAfter(asOf))
            .sorted(Release.VINTAGE_ORDER)
            .toList();
    List<RevisionRow> rows = new ArrayList<>();
    if (known.size() > 1) {
      for (int i = 0; i < known.size(); i++) {
        rows.add(row(known, i, asOf));
      }
    }
    return rows;
  }

  private static RevisionRow row(List<Release> known, int at, LocalDate asOf) {
    Release now = known.get(at);
    Release before = at == 0 ? null : known.get(at - 1);
    BigDecimal previous = before == null ? null : before.obsValue();
    return new RevisionRow(
        now.indicator(),
        now.refArea(),
        now.freq(),
        now.accumulation(),
        now.measure(),
        now.timePeriod(),
        now.provenance(),
        at + 1,
        known.size(),
        at + 1 == known.size(),
        VintageChange.of(now, before),
        now.releaseDate(),
        now.obsValue(),
        previous,
        difference(now.obsValue(), previous),
        now.measure().isGrowth() ? null : Growth.computed(now.obsValue(), previous).orElse(null),
        difference(now.obsValue(), known.get(0).obsValue()),
        now.sourceFile(),
        now.sourceCell(),
        before == null ? null : before.sourceFile(),
        before == null ? null : before.sourceCell(),
        asOf);
  }

  private static BigDecimal difference(BigDecimal value, BigDecimal base) {
    return value == null || base == null ? null : ExactDecimal.inRange(value.subtract(base));
  }
}
