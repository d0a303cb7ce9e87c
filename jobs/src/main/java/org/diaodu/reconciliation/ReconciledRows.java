package org.diaodu.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.cube.CrossSection;
import org.diaodu.cube.CrossSections;
import org.diaodu.cube.PeerGroup;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/**
 * {@code statistics.reconciled}: the components of a peer group made to add up to their aggregate.
 */
public final class ReconciledRows {
  private final PeerGroupCube cube;
  private final LocalDate asOf;

  private ReconciledRows(PeerGroupCube cube, LocalDate asOf) {
    this.cube = cube;
    this.asOf = asOf;
  }

  /**
   * Of every component at every period in which the aggregate or a component reported a level, by
   * each method; none of a group without components.
   *
   * @param indicators codes of those that are to be adjusted, all additive
   * @param asOf the day, stored with each row
   */
  public static List<ReconciledRow> of(PeerGroupCube cube, Set<String> indicators, LocalDate asOf) {
    List<ReconciledRow> rows = new ArrayList<>();
    if (indicators.contains(cube.indicator().indicator())) {
      ReconciledRows of = new ReconciledRows(cube, asOf);
      cube.accumulations().forEach(accumulation -> of.add(accumulation, rows));
    }
    return rows;
  }

  private void add(Accumulation accumulation, List<ReconciledRow> rows) {
    AreaPanel panel =
        new AreaPanel(this::components, cube.frequency(), cube.indicator().decimals());
    Map<TimePeriod, Provenance> provenance = new HashMap<>();
    for (CrossSection section : CrossSections.of(cube, accumulation)) {
      if (section.aggregate() != null) {
        panel.total(section.period(), section.aggregate().value());
      }
      section
          .components()
          .forEach((area, level) -> panel.reported(section.period(), area, level.value()));
      provenance.put(section.period(), provenance(section));
    }
    for (AreaPanel.Adjusted adjusted : panel.adjusted()) {
      rows.add(
          row(
              accumulation,
              adjusted,
              Provenance.ofUsed(
                  adjusted.restsOn().stream().map(provenance::get).toArray(Provenance[]::new))));
    }
  }

  /** By their codes: among equal rests the first takes the last digit. */
  private List<String> components(TimePeriod period) {
    return cube.group().areas().stream()
        .filter(PeerGroup.Member::inTotal)
        .map(PeerGroup.Member::refArea)
        .filter(area -> cube.group().isAt(area, period))
        .sorted()
        .toList();
  }

  /** Of all levels of the period, since each area's part depends on all others. */
  private static Provenance provenance(CrossSection section) {
    Provenance provenance = section.aggregate() == null ? null : section.aggregate().provenance();
    for (CrossSection.Level level : section.components().values()) {
      provenance = Provenance.ofUsed(provenance, level.provenance());
    }
    return provenance;
  }

  private ReconciledRow row(
      Accumulation accumulation, AreaPanel.Adjusted adjusted, Provenance provenance) {
    BigDecimal reconciled =
        adjusted.reconciled() == null ? null : ExactDecimal.stored(adjusted.reconciled());
    return new ReconciledRow(
        cube.indicator().indicator(),
        adjusted.refArea(),
        cube.frequency(),
        accumulation,
        adjusted.period(),
        adjusted.method(),
        cube.group().aggregate(),
        adjusted.reported(),
        adjusted.total(),
        reconciled,
        reconciled == null ? null : reconciled.subtract(adjusted.reported()),
        provenance,
        adjusted.why(),
        asOf);
  }
}
