package org.diaodu.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.domain.Handling;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Responsibility;

/** A row of {@code reporting.rectifications}; what each column means stands in its contract. */
public record RectificationRow(
    String rectificationId,
    String targetId,
    String refArea,
    String action,
    String owner,
    Responsibility.Basis ownerBasis,
    List<String> coOwners,
    List<String> guides,
    LocalDate openedOn,
    TimePeriod timePeriod,
    String reason,
    LocalDate dueOn,
    int missed,
    LocalDate supervisedOn,
    LocalDate escalatedOn,
    LocalDate receivedOn,
    LocalDate reportedOn,
    LocalDate extendedOn,
    LocalDate reviewedOn,
    LocalDate proposedOn,
    LocalDate closedOn,
    Rectification.ClosedBecause closedBecause,
    String evidence,
    Rectification.State state,
    Handling.Stage stage,
    boolean overdue,
    Provenance provenance,
    LocalDate asOf) {

  /** Codes of all who were handed it. */
  public List<String> answering() {
    return Stream.concat(Stream.of(owner), coOwners.stream()).toList();
  }

  /** Codes of all who were handed it or guide an area in it. */
  public List<String> involved() {
    return Stream.concat(answering().stream(), guides.stream()).toList();
  }

  /** Day on which it was closed, or proposed to be; null while neither is so. */
  public LocalDate settledOn() {
    return closedOn != null ? closedOn : proposedOn;
  }
}
