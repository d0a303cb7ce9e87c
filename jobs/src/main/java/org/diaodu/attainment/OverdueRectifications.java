package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.region.Target;

/**
 * How many rectifications are open past their day at the end of each period: what this program
 * reports of itself to the targets that are about it.
 */
public final class OverdueRectifications {
  private OverdueRectifications() {}

  /**
   * What matters of a row of {@code reporting.rectifications}.
   *
   * @param dueOn day by which it is to be put right
   * @param closedOn day on which it was closed, or a better figure proposed it; null where it is
   *     open
   * @param provenance of the figures that it was opened for
   */
  public record Rectification(LocalDate dueOn, LocalDate closedOn, Provenance provenance) {

    private boolean isOverdueOn(LocalDate day) {
      return dueOn.isBefore(day) && (closedOn == null || closedOn.isAfter(day));
    }
  }

  /** Whether a check is held against what is reported here. */
  public static boolean isAbout(PlannedCheck check) {
    return check.target().kind() == Target.Kind.overdue_rectifications;
  }

  /**
   * A report for each check that {@link #isAbout} them and is due on a day. Where no dispatch up to
   * the period's end saw a light, nothing could be found, and there is no report: that none is
   * overdue would praise a plan of which nothing is known.
   *
   * @param checks those of a plan
   * @param firstLight day of the first dispatch that saw a light; null where none did
   * @param rectifications as known on the day
   * @param asOf the day
   */
  public static List<ProgressReport> reports(
      List<PlannedCheck> checks,
      List<Rectification> rectifications,
      LocalDate firstLight,
      LocalDate asOf) {
    if (firstLight == null) {
      return List.of();
    }
    return checks.stream()
        .filter(check -> !check.period().lastDay().isBefore(firstLight))
        .filter(check -> isAbout(check) && check.knownOn().equals(asOf) && check.due())
        .map(check -> report(check, rectifications, asOf))
        .toList();
  }

  private static ProgressReport report(
      PlannedCheck check, List<Rectification> rectifications, LocalDate asOf) {
    LocalDate end = check.period().lastDay();
    Instant knownOn = asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Rectification> overdue =
        rectifications.stream().filter(rectification -> rectification.isOverdueOn(end)).toList();
    return new ProgressReport(
        check.target().targetId(),
        "target",
        check.refArea(),
        check.period(),
        "",
        ExactDecimal.stored(BigDecimal.valueOf(overdue.size())),
        null,
        "on_schedule",
        null,
        "",
        null,
        null,
        end,
        knownOn,
        knownOn,
        Provenance.ofUsed(
            overdue.stream().map(Rectification::provenance).toArray(Provenance[]::new)));
  }
}
