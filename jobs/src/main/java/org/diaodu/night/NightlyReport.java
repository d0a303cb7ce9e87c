package org.diaodu.night;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.diaodu.contract.Table;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.operation.StageResult;

/**
 * What happened in a night, for the person who reads the terminal in the morning.
 *
 * @param runId the run
 * @param regionZh name of the region
 * @param asOf day as of which the figures are known
 * @param unfinished what earlier runs stored or published and did not tell, and this one tells
 * @param held what is held and waits to be confirmed, that of earlier nights first
 * @param overtaken what no longer waits, because something else was said since
 * @param files each file that was looked at, in order
 * @param stages each stage, in order
 * @param changes number of new vintages by kind of change
 * @param revised the first of the figures that changed, revisions before anything else
 * @param period month of the lights and the bulletin; empty where no figure is held against a
 *     target
 * @param targets how many targets of the plan have which light, as the bulletin counts them
 * @param lights by area name, how many targets have which light
 * @param simulated whether a light or a figure of the bulletin rests on a made-up figure
 * @param bulletin the page; empty where there is none
 * @param overdue how many figures are overdue
 * @param overduePage who owes what
 * @param notices what else somebody should know, in Chinese: policies whose numbers were changed
 *     under the same id, arrivals that had to be guessed
 */
public record NightlyReport(
    String runId,
    String regionZh,
    LocalDate asOf,
    Unfinished unfinished,
    List<Waiting> held,
    List<Waiting> overtaken,
    List<FileReport> files,
    List<StageResult> stages,
    SortedMap<String, Long> changes,
    List<ChangedFigure> revised,
    Optional<TimePeriod> period,
    Map<Light, Integer> targets,
    Map<String, Map<Light, Integer>> lights,
    boolean simulated,
    Optional<Path> bulletin,
    int overdue,
    Optional<Path> overduePage,
    List<String> notices) {

  /**
   * What was left by runs that did not come to their end. Their files, figures and refusals stand
   * among those of the run that reports.
   *
   * @param runs the runs, as far as their rows name them
   * @param tables what they wrote
   */
  public record Unfinished(List<String> runs, Set<Table> tables) {
    /** Where the last run told everything. */
    public static final Unfinished NONE = new Unfinished(List.of(), Set.of());

    /** Whether there is nothing of that kind. */
    public boolean isNone() {
      return tables.isEmpty();
    }
  }

  /**
   * Something that is held.
   *
   * @param id by which it is confirmed
   * @param what what it is a figure of and what it says, in Chinese
   * @param why why it is held, or what was said since, in Chinese
   */
  public record Waiting(String id, String what, String why) {}

  /** What became of one file. */
  public enum FileOutcome {
    /** Read. */
    read,
    /** Could not be read as a whole. */
    refused,
    /** Is held as a whole until somebody confirms it. */
    held,
    /** The same bytes were received before, and nothing of them is waiting for a corrected pack. */
    known,
    /** Still being written: left for the next night. */
    still_being_written
  }

  /**
   * One file.
   *
   * @param file path below the landing folder
   * @param outcome what became of it
   * @param cellsRead figure cells met
   * @param accepted of these, accepted
   * @param quarantined of these, refused or held
   * @param held of the refused, held
   * @param ignored of these, left out for a reason
   * @param warned of the accepted, with a warning
   * @param faults first messages of what is wrong, in Chinese
   * @param feedback the page for the sender; empty where nothing is wrong
   */
  public record FileReport(
      String file,
      FileOutcome outcome,
      long cellsRead,
      long accepted,
      long quarantined,
      long held,
      long ignored,
      long warned,
      List<String> faults,
      Optional<Path> feedback) {}

  /**
   * A figure that was known before and is different now.
   *
   * @param indicator name of the indicator
   * @param area name of the area
   * @param timePeriod period
   * @param measure level or growth
   * @param before value before; null where it was missing
   * @param after value now; null where it was withdrawn
   * @param change revision, correction or withdrawal
   * @param simulated whether it is a made-up figure
   */
  public record ChangedFigure(
      String indicator,
      String area,
      String timePeriod,
      String measure,
      BigDecimal before,
      BigDecimal after,
      String change,
      boolean simulated) {}

  /** Cells refused over all files. */
  public long quarantined() {
    return files.stream().mapToLong(FileReport::quarantined).sum()
        + files.stream()
            .filter(f -> f.outcome() == FileOutcome.refused || f.outcome() == FileOutcome.held)
            .count();
  }
}
