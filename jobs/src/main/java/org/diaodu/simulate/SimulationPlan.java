package org.diaodu.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.domain.TimePeriod;

/**
 * What is simulated: the pack's {@code simulation.yaml}.
 *
 * @param fromYear first year
 * @param toYear last year
 * @param coveragePct by how many percent the total is above the sum of its areas
 * @param overlap an area whose figures are part of another's
 * @param areas size and growth of each area, by code
 * @param late figures that arrive late
 * @param gap a figure that never arrives
 * @param withdrawal a figure that is taken back
 * @param series the series, in the order in which they are made
 */
public record SimulationPlan(
    int fromYear,
    int toYear,
    double coveragePct,
    Optional<Overlap> overlap,
    Map<String, AreaSize> areas,
    Optional<Late> late,
    Optional<Gap> gap,
    Optional<Withdrawal> withdrawal,
    List<Series> series) {

  /** An area whose figures are {@code sharePct} percent of those of {@code within}. */
  public record Overlap(String area, String within, double sharePct) {}

  /**
   * An area's weight in the total in percent, and its growth above the total's in percentage
   * points.
   */
  public record AreaSize(double sizePct, double tiltPp) {}

  /** One department's figures of an area for some months, released later than the others'. */
  public record Late(
      String area, String department, int year, Set<Integer> months, LocalDate releaseDate) {}

  /** A figure that never arrives. */
  public record Gap(String area, String indicator, TimePeriod period) {}

  /** A figure that is withdrawn on a day. */
  public record Withdrawal(
      String area, String indicator, TimePeriod period, LocalDate releaseDate) {}

  /**
   * One series.
   *
   * @param indicator code
   * @param department who sends it: the beginning of the file name
   * @param base level of the total in the first year; for a stock or rate, at its end
   * @param growthPct growth in percent of each year after the first; where only growth is
   *     published, of every year
   * @param spreadPp standard deviation of an area's growth around the total's, percentage points
   * @param pricePp nominal growth minus published growth
   * @param season weight of each month in the year
   * @param revisionPct by how many percent a year is revised in the next; 0 = never
   * @param comparablePp in the last year, published growth above the computed: a comparable basis;
   *     0 = none
   * @param unit unit in which the department writes; empty = the indicator's
   * @param releaseDay day of the next month on which it is released
   * @param january whether January is published by itself
   * @param sumOf series that add up to this one
   */
  public record Series(
      String indicator,
      String department,
      double base,
      List<Double> growthPct,
      double spreadPp,
      double pricePp,
      List<Double> season,
      double revisionPct,
      double comparablePp,
      String unit,
      int releaseDay,
      boolean january,
      List<String> sumOf) {}
}
