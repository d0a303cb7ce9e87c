package org.diaodu.bulletin;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.diaodu.domain.Rectification;

/**
 * An open row of {@code reporting.rectifications} as the bulletin needs it.
 *
 * @param targetId target
 * @param refArea area
 * @param owner code of the unit that answers for it
 * @param openedOn day of handing over
 * @param dueOn day by which it is to be put right
 * @param state where it stands
 * @param overdue whether that day is past
 * @param reason why the light was red, in Chinese
 * @param simulated whether it rests on a simulated figure
 */
public record RectificationFigure(
    String targetId,
    String refArea,
    String owner,
    LocalDate openedOn,
    LocalDate dueOn,
    Rectification.State state,
    boolean overdue,
    String reason,
    boolean simulated) {

  static RectificationFigure of(Row row) {
    return new RectificationFigure(
        row.getAs("target_id"),
        row.getAs("ref_area"),
        row.getAs("owner"),
        row.<java.sql.Date>getAs("opened_on").toLocalDate(),
        row.<java.sql.Date>getAs("due_on").toLocalDate(),
        Rectification.State.valueOf(row.getAs("state")),
        row.<Boolean>getAs("overdue"),
        row.getAs("reason"),
        "simulated".equals(row.getAs("provenance")));
  }
}
