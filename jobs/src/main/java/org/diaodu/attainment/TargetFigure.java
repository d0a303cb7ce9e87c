package org.diaodu.attainment;

import java.io.Serializable;
import java.util.Map;
import org.diaodu.cube.SeriesFigure;
import org.diaodu.domain.Landing;
import org.diaodu.domain.Provenance;

/**
 * What one area has at one period, as known on a day.
 *
 * @param key which figure, and the day
 * @param refArea the area
 * @param figure the figure with its growth
 * @param officialYears what earlier years say, without those that are simulated
 * @param allYears what earlier years say, with them
 * @param tracks how well estimates of the series did when made by the same month of other years; on
 *     the last day that is wanted only
 */
record TargetFigure(
    FigureKey key,
    String refArea,
    SeriesFigure figure,
    EarlierYears officialYears,
    EarlierYears allYears,
    Map<Landing.Method, TrackRecord> tracks)
    implements Serializable {

  /** What earlier years may say beside a figure: an official one rests on official years only. */
  EarlierYears earlierYears(Provenance beside) {
    return beside == Provenance.simulated ? allYears : officialYears;
  }
}
