package org.diaodu.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of a problem after it was handed over, as lines of progress files tell it: who
 * answers for it has received it, asks for more time and reports back; the dispatch office puts off
 * its day, reviews what was reported, and closes it. Definitions: {@code
 * docs/method/rectification.md}.
 *
 * @param receivedOn day on which it was received; null before
 * @param reportedOn day on which the result was first reported back; null before
 * @param extendedOn day on which its day was last put off; null where it was not
 * @param dueOn day by which it is to be put right, as put off last
 * @param reviewedOn day on which the office reviewed the result; null before
 */
public record Handling(
    LocalDate receivedOn,
    LocalDate reportedOn,
    LocalDate extendedOn,
    LocalDate dueOn,
    LocalDate reviewedOn) {

  /** What a line says of a problem. Its name is the status of the line. */
  public enum Step {
    /** It was received. */
    received("签收", false),
    /** The result is reported back. */
    reported("反馈", false),
    /** It is asked that its day be put off. */
    extension_requested("申请延期", false),
    /** Its day is put off. */
    extended("延期", true),
    /** The result was reviewed, and stands. */
    reviewed("核查", true),
    /** It is closed. */
    closed("销号", true);

    private final String nameZh;
    private final boolean isOfTheOffice;

    Step(String nameZh, boolean isOfTheOffice) {
      this.nameZh = nameZh;
      this.isOfTheOffice = isOfTheOffice;
    }

    /** As documents say it. */
    public String nameZh() {
      return nameZh;
    }

    /** Whether a line of it names a new day. */
    public boolean namesADay() {
      return this == extended || this == extension_requested;
    }

    /** Whether the dispatch office alone can say so, and nobody of a problem of his own. */
    public boolean isOfTheOffice() {
      return isOfTheOffice;
    }

    /** The step that the status of a report names; empty where it is about no problem. */
    public static Optional<Step> of(String status) {
      for (Step step : values()) {
        if (step.name().equals(status)) {
          return Optional.of(step);
        }
      }
      return Optional.empty();
    }
  }

  /** How far it has come. */
  public enum Stage {
    /** Handed over and not received yet. */
    handed_over("待签收"),
    /** Received. */
    received("整改中"),
    /** The result is reported back and not reviewed yet. */
    reported("待核查"),
    /** Reviewed, and not closed yet. */
    reviewed("待销号"),
    /** Closed. */
    closed("已销号");

    private final String nameZh;

    Stage(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As documents say it. */
    public String nameZh() {
      return nameZh;
    }
  }

  /**
   * A line about a problem, said by somebody who may say it.
   *
   * @param day day of the line
   * @param step what it says
   * @param evidence what shows it; null where nothing was said
   * @param dueOn the new day of an extension, or the one that is asked for; null elsewhere
   * @param problemOpenedOn day on which the problem was handed over that it names; null where it
   *     names none, and is about the one that was open
   */
  public record Entry(
      LocalDate day, Step step, String evidence, LocalDate dueOn, LocalDate problemOpenedOn) {
    /** Of entries of one day and step the first is taken, whatever order they were read in. */
    public static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::day)
            .thenComparing(Entry::step)
            .thenComparing(Entry::evidence, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** An entry that names no problem. */
    public Entry(LocalDate day, Step step, String evidence, LocalDate dueOn) {
      this(day, step, evidence, dueOn, null);
    }

    private boolean isAbout(LocalDate openedOn) {
      return problemOpenedOn == null || problemOpenedOn.equals(openedOn);
    }
  }

  /**
   * What was done from the day after a problem was handed over until it was closed. An entry that
   * names another problem says nothing of this one. A review counts from the first report back on.
   *
   * @param openedOn day of handing over
   * @param dueOn day by which it is to be put right
   * @param closedOn day on which it was closed; null while it is open
   * @param entries about the target in the area, of any time
   */
  public static Handling of(
      LocalDate openedOn, LocalDate dueOn, LocalDate closedOn, Collection<Entry> entries) {
    List<Entry> own =
        entries.stream()
            .filter(entry -> entry.isAbout(openedOn) && entry.day().isAfter(openedOn))
            .filter(entry -> closedOn == null || !entry.day().isAfter(closedOn))
            .sorted(Entry.ORDER)
            .toList();
    LocalDate reported = first(own, Step.reported, openedOn);
    Optional<Entry> extension =
        own.stream().filter(entry -> entry.step() == Step.extended).reduce((one, last) -> last);
    return new Handling(
        first(own, Step.received, openedOn),
        reported,
        extension.map(Entry::day).orElse(null),
        extension.map(Entry::dueOn).orElse(dueOn),
        reported == null ? null : first(own, Step.reviewed, reported));
  }

  /**
   * Whether it is open past its day.
   *
   * @param settledOn day on which it was closed, or proposed to be; null while neither is so
   */
  public boolean isOverdue(LocalDate day, LocalDate settledOn) {
    return dueOn.isBefore(day) && (settledOn == null || settledOn.isAfter(day));
  }

  /** How far it has come while it is open. */
  public Stage stage() {
    return reviewedOn != null
        ? Stage.reviewed
        : reportedOn != null
            ? Stage.reported
            : receivedOn != null ? Stage.received : Stage.handed_over;
  }

  private static LocalDate first(List<Entry> inOrder, Step step, LocalDate from) {
    return inOrder.stream()
        .filter(entry -> entry.step() == step && !entry.day().isBefore(from))
        .map(Entry::day)
        .findFirst()
        .orElse(null);
  }
}
