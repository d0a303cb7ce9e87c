package org.diaodu.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What follows from a red light, in a closed loop: found and handed over (交办), supervised while it
 * stays red (督办), reported to the convenor, closed (销号). It follows from what each dispatch knew,
 * so that the same dispatches always give the same result. Definitions: {@code
 * docs/method/rectification.md}.
 *
 * @param openedOn dispatch that found and handed it over
 * @param period period whose figure was red
 * @param reason why it was red
 * @param dueOn day by which it is to be put right
 * @param lastPeriod newest period whose figure was red
 * @param missed later periods whose figure was red, too
 * @param supervisedOn dispatch from which it is supervised; null before
 * @param escalatedOn dispatch from which the convenor has it; null before
 * @param proposedOn dispatch whose figure proposes to close it; null where none does
 * @param closedOn dispatch that closed it; null while it is open
 * @param closedBecause why it was closed, or is proposed to be; null before
 * @param evidence what the reasoned entry said that closed it, or until when the area was; null
 *     otherwise
 */
public record Rectification(
    LocalDate openedOn,
    TimePeriod period,
    String reason,
    LocalDate dueOn,
    TimePeriod lastPeriod,
    int missed,
    LocalDate supervisedOn,
    LocalDate escalatedOn,
    LocalDate proposedOn,
    LocalDate closedOn,
    ClosedBecause closedBecause,
    String evidence) {

  /** Where it stands. */
  public enum State {
    /** Handed over. */
    handed_over("交办"),
    /** Supervised. */
    supervised("督办"),
    /** With the convenor. */
    escalated("报召集人"),
    /** Closed. */
    closed("销号");

    private final String nameZh;

    State(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As the bulletin says it. */
    public String nameZh() {
      return nameZh;
    }
  }

  /** Why it was closed. */
  public enum ClosedBecause {
    /** A later period is not red. */
    recovered,
    /** The same period is not red any more: its figure was revised. */
    revised,
    /** A reasoned entry was accepted. */
    explained,
    /** The area is no more; who takes over from it has the problem now. */
    area_ended
  }

  /**
   * What a dispatch saw of one target in one area.
   *
   * @param day day of the dispatch
   * @param period newest period that was due
   * @param light its light, as known that day
   * @param reason why
   */
  public record Seen(LocalDate day, TimePeriod period, Light light, String reason) {}

  /** A reasoned entry of the dispatch office that closes. */
  public record Entry(LocalDate day, String evidence) {}

  /**
   * Days and periods that the policy sets.
   *
   * @param dueDays days after handing over
   * @param superviseAfter missed periods
   * @param escalateAfter missed periods
   * @param officeCloses whether a better figure only proposes, and an entry of the office closes
   */
  public record Deadlines(int dueDays, int superviseAfter, int escalateAfter, boolean officeCloses)
      implements java.io.Serializable {}

  /**
   * Every problem of one target in one area, in the order in which they were found. No figure
   * neither opens nor closes one, and counts for nothing; nor does the same figure seen again. What
   * a reasoned entry closed is opened again only by a red light that comes after another one.
   *
   * @param deadlines in force on the day of a dispatch
   */
  public static List<Rectification> of(
      List<Seen> dispatches, List<Entry> entries, Function<LocalDate, Deadlines> deadlines) {
    return of(dispatches, entries, deadlines, null);
  }

  /**
   * The same, where one was taken over.
   *
   * @param takenOver what is open before the first dispatch; null where nothing is
   */
  public static List<Rectification> of(
      List<Seen> dispatches,
      List<Entry> entries,
      Function<LocalDate, Deadlines> deadlines,
      Rectification takenOver) {
    List<Seen> inOrder = dispatches.stream().sorted(Comparator.comparing(Seen::day)).toList();
    List<Rectification> closed = new ArrayList<>();
    Rectification open = takenOver;
    boolean excused = false;
    for (Seen seen : inOrder) {
      Deadlines inForce = deadlines.apply(seen.day());
      if (open != null) {
        open = open.next(seen, entries, inForce);
        if (open.closedOn() != null) {
          excused = open.closedBecause() == ClosedBecause.explained;
          closed.add(open);
          open = null;
        }
      } else if (seen.light() == Light.red && !excused) {
        open = found(seen, inForce);
      }
      if (isBetter(seen)) {
        excused = false;
      }
    }
    if (open != null) {
      closed.add(open);
    }
    return closed;
  }

  /** Where it stands on its last dispatch. */
  public State state() {
    return closedOn != null
        ? State.closed
        : escalatedOn != null
            ? State.escalated
            : supervisedOn != null ? State.supervised : State.handed_over;
  }

  /**
   * Closed since the area is no more.
   *
   * @param said until when it was, and who takes over
   */
  public Rectification ended(LocalDate day, String said) {
    return closed(day, ClosedBecause.area_ended, said);
  }

  /**
   * As the area that takes over has it, from the day on which this was closed: due anew, and
   * supervised or with the convenor as before.
   *
   * @param why its reason there
   */
  public Rectification takenOver(String why, Deadlines deadlines) {
    return new Rectification(
        closedOn,
        period,
        why,
        closedOn.plusDays(deadlines.dueDays()),
        lastPeriod,
        missed,
        supervisedOn == null ? null : closedOn,
        escalatedOn == null ? null : closedOn,
        null,
        null,
        null,
        null);
  }

  /** One problem of two that were taken over on one day: pressed for as the worse of them. */
  public Rectification together(Rectification other) {
    Rectification later = other.lastPeriod.compareTo(lastPeriod) > 0 ? other : this;
    return new Rectification(
        openedOn,
        later.period,
        reason + "；" + other.reason,
        dueOn.isBefore(other.dueOn) ? dueOn : other.dueOn,
        later.lastPeriod,
        Math.max(missed, other.missed),
        supervisedOn == null ? other.supervisedOn : supervisedOn,
        escalatedOn == null ? other.escalatedOn : escalatedOn,
        null,
        null,
        null,
        null);
  }

  private static Rectification found(Seen seen, Deadlines deadlines) {
    return new Rectification(
        seen.day(),
        seen.period(),
        seen.reason(),
        seen.day().plusDays(deadlines.dueDays()),
        seen.period(),
        0,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private Rectification next(Seen seen, List<Entry> entries, Deadlines deadlines) {
    Rectification now = isBetter(seen) ? proposed(seen) : isRed(seen) ? notProposed() : this;
    if (isBetter(seen) && !deadlines.officeCloses()) {
      return now.closed(seen.day(), now.closedBecause(), null);
    }
    Entry entry =
        entries.stream()
            .filter(e -> e.day().isAfter(openedOn) && !e.day().isAfter(seen.day()))
            .max(Comparator.comparing(Entry::day))
            .orElse(null);
    if (entry != null) {
      ClosedBecause because =
          now.proposedOn() == null ? ClosedBecause.explained : now.closedBecause();
      return now.closed(seen.day(), because, entry.evidence());
    }
    return isRed(seen) && seen.period().compareTo(lastPeriod) > 0
        ? now.missedOnceMore(seen, deadlines)
        : now;
  }

  private static boolean isRed(Seen seen) {
    return seen.light() == Light.red;
  }

  private static boolean isBetter(Seen seen) {
    return seen.light() != Light.red && seen.light() != Light.no_data;
  }

  private Rectification proposed(Seen seen) {
    boolean same = seen.period().equals(lastPeriod);
    return proposedOn != null
        ? this
        : with(seen.day(), null, same ? ClosedBecause.revised : ClosedBecause.recovered, null);
  }

  private Rectification notProposed() {
    return with(null, null, null, null);
  }

  private Rectification closed(LocalDate day, ClosedBecause because, String said) {
    return with(proposedOn, day, because, said);
  }

  private Rectification with(
      LocalDate proposed, LocalDate closed, ClosedBecause because, String said) {
    return new Rectification(
        openedOn,
        period,
        reason,
        dueOn,
        lastPeriod,
        missed,
        supervisedOn,
        escalatedOn,
        proposed,
        closed,
        because,
        said);
  }

  private Rectification missedOnceMore(Seen seen, Deadlines deadlines) {
    int times = missed + 1;
    return new Rectification(
        openedOn,
        period,
        reason,
        dueOn,
        seen.period(),
        times,
        supervisedOn == null && times >= deadlines.superviseAfter() ? seen.day() : supervisedOn,
        escalatedOn == null && times >= deadlines.escalateAfter() ? seen.day() : escalatedOn,
        null,
        null,
        null,
        null);
  }
}
