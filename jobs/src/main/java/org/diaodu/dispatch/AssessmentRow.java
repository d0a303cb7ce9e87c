package org.diaodu.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Score;

/** A row of {@code reporting.assessments}; what each column means stands in its contract. */
public record AssessmentRow(
    SubjectType subjectType,
    String subject,
    boolean counted,
    int tasks,
    int green,
    int blue,
    int yellow,
    int red,
    int noData,
    int silent,
    int openRectifications,
    int overdueRectifications,
    BigDecimal points,
    BigDecimal pointsPossible,
    BigDecimal scorePct,
    Score.Finding finding,
    String reason,
    Integer rank,
    BigDecimal yearlyPoints,
    String yearlyReason,
    String policyId,
    Provenance provenance,
    LocalDate asOf) {

  /** The same with its place. */
  AssessmentRow withRank(int place) {
    return new AssessmentRow(
        subjectType,
        subject,
        counted,
        tasks,
        green,
        blue,
        yellow,
        red,
        noData,
        silent,
        openRectifications,
        overdueRectifications,
        points,
        pointsPossible,
        scorePct,
        finding,
        reason,
        place,
        yearlyPoints,
        yearlyReason,
        policyId,
        provenance,
        asOf);
  }

  /** Kind of subject that is assessed. */
  public enum SubjectType {
    /** A county or a zone, by every target that is held against it. */
    area,
    /** A unit, by the targets that it owns in the areas that they are set for. */
    unit
  }
}
