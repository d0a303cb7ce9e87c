package org.diaodu.bulletin;

import org.apache.spark.sql.Row;
import org.diaodu.domain.Score;

/**
 * A row of {@code reporting.assessments} with praise or criticism, as the bulletin needs it.
 *
 * @param isArea an area, or else a unit
 * @param subject code of the area or the unit
 * @param finding praise or criticism
 * @param reason why, in Chinese
 * @param simulated whether it rests on a simulated figure
 */
public record AssessmentFigure(
    boolean isArea, String subject, Score.Finding finding, String reason, boolean simulated) {

  static AssessmentFigure of(Row row) {
    return new AssessmentFigure(
        "area".equals(row.getAs("subject_type")),
        row.getAs("subject"),
        Score.Finding.valueOf(row.getAs("finding")),
        row.getAs("reason"),
        "simulated".equals(row.getAs("provenance")));
  }
}
