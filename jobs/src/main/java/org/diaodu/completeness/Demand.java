package org.diaodu.completeness;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;

/**
 * Something that a plan or a calendar asks for.
 *
 * @param kind what it is
 * @param item code of the indicator, or id of the target, the task or the problem
 * @param part name of the milestone or the duty; empty for the item as a whole
 * @param refArea code of the area that it is about
 * @param period period that it is about
 * @param who owes it
 * @param isOfOneLead whether every lead owes one of his own
 * @param targets ids of the targets that are held against it
 * @param basis what asks for it
 * @param due last day on which it is in time; null where none is expected
 * @param reason why it is asked for, or not expected, in Chinese
 */
record Demand(
    Owed.Kind kind,
    String item,
    String part,
    String refArea,
    TimePeriod period,
    Owing who,
    boolean isOfOneLead,
    List<String> targets,
    Owed.Basis basis,
    LocalDate due,
    String reason)
    implements Serializable {

  /** A figure of an area and a period. */
  static Demand figure(
      String indicator,
      String refArea,
      TimePeriod period,
      Owing who,
      List<String> targets,
      Owed.Basis basis,
      LocalDate due,
      String reason) {
    return new Demand(
        Owed.Kind.figure, indicator, "", refArea, period, who, false, targets, basis, due, reason);
  }
}
