package org.diaodu.region;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.diaodu.domain.Cadence;
import org.diaodu.domain.Light;
import org.diaodu.domain.Score;

/**
 * A {@code policy*.yaml}: how figures are judged. Data, not code, and versioned by its id.
 *
 * @param policyId id of this version
 * @param validFrom first day on which it is in force
 * @param validTo last day; null where it is in force until the next one
 * @param scheme how a light is chosen
 * @param catchUp whether a missed period turns yellow once a later one of the year meets the target
 * @param tolerances how far targets may be missed
 * @param appliesToCounties ids of the targets that every in-total area below the total is also held
 *     against
 * @param phasedByHistory ids of the amounts that are due in the proportion in which earlier years
 *     came in; all others are due in proportion to time
 * @param dueAtDeadline ids of the targets that are judged at their deadline and not before
 * @param dueDays days after a period's end in which its figure is due, where the calendar is silent
 * @param reconciledToTotal codes of the indicators whose areas are also shown as they would add up
 *     to their total
 * @param landing how full-year values are estimated
 * @param rectification what follows from a red light
 * @param assessment how praise and criticism are given
 * @param reporting how often tasks are reported of
 * @param text the file itself, as it stood
 */
public record Policy(
    String policyId,
    LocalDate validFrom,
    LocalDate validTo,
    Scheme scheme,
    boolean catchUp,
    Tolerances tolerances,
    Set<String> appliesToCounties,
    Set<String> phasedByHistory,
    Set<String> dueAtDeadline,
    int dueDays,
    Set<String> reconciledToTotal,
    Landing landing,
    Rectification rectification,
    Assessment assessment,
    Reporting reporting,
    String text)
    implements Serializable {

  /** How a light is chosen. The last two are for areas with siblings; others go by the gap. */
  public enum Scheme {
    /** By the gap to the target or to the schedule. */
    gap,
    /** Green where not below the average of the siblings, else red. */
    group_average,
    /** Green, blue, yellow, red by quarters of the rank among the siblings. */
    rank
  }

  /**
   * How full-year values are estimated.
   *
   * @param confidencePct how often the interval is to hold the outcome
   * @param years how many earlier years are looked at, at most
   * @param annualYears the same for series that come once a year
   */
  public record Landing(BigDecimal confidencePct, int years, int annualYears)
      implements Serializable {}

  /**
   * What follows from a red light.
   *
   * @param dueDays days after the day of handing over in which it is to be put right
   * @param superviseAfter further red periods after which it is supervised
   * @param escalateAfter further red periods after which it goes to the convenor
   * @param remindDays days before that day from which it is reminded of
   * @param officeCloses whether a better figure only proposes to close, and the dispatch office
   *     closes
   */
  public record Rectification(
      int dueDays, int superviseAfter, int escalateAfter, int remindDays, boolean officeCloses)
      implements Serializable {}

  /**
   * How often tasks are reported of.
   *
   * @param tasks by the units that lead them
   * @param tasksInAreas by the governments of the areas that they are set for in particular
   * @param tasksOfAllAreas by the governments of all areas, where these share a task
   */
  public record Reporting(Often tasks, Often tasksInAreas, Often tasksOfAllAreas)
      implements Serializable {
    /**
     * What holds where a policy does not say. Leads report as often as working groups dispatch, and
     * areas on what is set for them as often as the whole is dispatched. What all areas share, the
     * leads report for all of them, so that each area tells of its part for the yearly assessment.
     */
    public static final Reporting DEFAULT =
        new Reporting(
            Often.byDefault(Cadence.monthly),
            Often.byDefault(Cadence.quarterly),
            Often.byDefault(Cadence.yearly));
  }

  /**
   * A cadence, and whether the policy says so.
   *
   * @param cadence how often
   * @param isDefault whether the policy says nothing, so that the usual one holds
   */
  public record Often(Cadence cadence, boolean isDefault) implements Serializable {
    static Often stated(Cadence cadence) {
      return new Often(cadence, false);
    }

    static Often byDefault(Cadence cadence) {
      return new Often(cadence, true);
    }
  }

  /**
   * How praise and criticism are given. The plan sets no numbers: these are the bureau's.
   *
   * @param points points of a light
   * @param weights by the plan's word for how firm a target is; 1 where it has none
   * @param overdue points for each rectification that is open past its day
   * @param praiseFrom percent of the points that could be had, from which there is praise
   * @param criticiseBelow percent below which there is criticism
   * @param judgedAtLeast judged targets below which nobody is praised or criticised
   * @param silenceAfter days past its day after which a figure that did not come counts as red
   * @param praiseAdds points that praise adds in the yearly assessment; zero where none are set
   * @param criticismDeducts points that criticism takes away there; zero where none are set
   */
  public record Assessment(
      Map<Light, BigDecimal> points,
      Map<String, BigDecimal> weights,
      BigDecimal overdue,
      BigDecimal praiseFrom,
      BigDecimal criticiseBelow,
      int judgedAtLeast,
      int silenceAfter,
      BigDecimal praiseAdds,
      BigDecimal criticismDeducts)
      implements Serializable {

    /** Whether praise or criticism is worth anything in the yearly assessment. */
    public boolean setsYearlyPoints() {
      return praiseAdds.signum() != 0 || criticismDeducts.signum() != 0;
    }

    /** What a finding adds there; below zero what it takes away. */
    public BigDecimal yearlyPoints(Score.Finding finding) {
      return switch (finding) {
        case praise -> praiseAdds;
        case none -> BigDecimal.ZERO;
        case criticism -> criticismDeducts.negate();
      };
    }
  }
}
