package org.diaodu.attainment;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.region.Policy;

/**
 * All that is to be judged of a plan on a day, and at each dispatch before it.
 *
 * @param checks rows of {@link PlannedChecks#SCHEMA}
 * @param wanted rows of {@link PlannedChecks#WANTED}
 * @param totalArea code of the area that is the whole
 * @param capitalArea code of the capital
 * @param areasInTotal how many areas add up to the whole
 * @param planYear year of the plan
 * @param policy by which it is judged
 * @param asOf the day
 */
public record DueChecks(
    Dataset<Row> checks,
    Dataset<Row> wanted,
    String totalArea,
    String capitalArea,
    int areasInTotal,
    int planYear,
    Policy policy,
    LocalDate asOf) {
  /** Only the checks about rectifications, or only the others. */
  public DueChecks aboutRectifications(boolean about) {
    return new DueChecks(
        checks.where(
            about
                ? col("kind").equalTo("overdue_rectifications")
                : col("kind").notEqual("overdue_rectifications")),
        wanted,
        totalArea,
        capitalArea,
        areasInTotal,
        planYear,
        policy,
        asOf);
  }
}
