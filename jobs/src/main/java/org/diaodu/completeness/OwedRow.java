package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Completeness;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Owed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** A row of {@code reporting.owed}; what each column means stands in its contract. */
public record OwedRow(
    String owedId,
    Owed.Kind kind,
    String item,
    String part,
    String refArea,
    Frequency freq,
    TimePeriod timePeriod,
    String owner,
    List<String> coOwners,
    List<String> guides,
    List<String> targets,
    Owed.Basis basis,
    LocalDate dueDate,
    LocalDate receivedOn,
    LocalDate endedOn,
    Long daysLate,
    Completeness.Status status,
    String reason,
    Provenance provenance,
    LocalDate asOf) {

  /**
   * What became of a demand as known on a day. What came has come, also where it was no longer
   * owed.
   */
  static OwedRow of(Demand demand, Receipt receipt, LocalDate asOf) {
    boolean isEnded = receipt.receivedOn() == null && receipt.endedOn() != null;
    Completeness found =
        Completeness.of(demand.due() != null && !isEnded, demand.due(), receipt.receivedOn(), asOf);
    return new OwedRow(
        Stream.of(
                demand.kind().name(),
                demand.item(),
                demand.refArea(),
                demand.period().toString(),
                demand.part(),
                demand.isOfOneLead() ? demand.who().owner() : "")
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("/")),
        demand.kind(),
        demand.item(),
        demand.part().isEmpty() ? null : demand.part(),
        demand.refArea(),
        demand.period().frequency(),
        demand.period(),
        demand.who().owner(),
        demand.who().coOwners(),
        demand.who().guides(),
        demand.targets(),
        demand.basis(),
        demand.due(),
        demand.due() == null ? null : receipt.receivedOn(),
        isEnded ? receipt.endedOn() : null,
        found.daysLate(),
        found.status(),
        isEnded ? receipt.endedBecause() : demand.reason(),
        receipt.provenance(),
        asOf);
  }

  /** Codes of all who owe it. */
  public List<String> owing() {
    return Stream.concat(Stream.of(owner), coOwners.stream()).toList();
  }
}
