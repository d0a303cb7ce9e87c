package org.diaodu.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diaodu.cube.AdditivityRow;
import org.diaodu.cube.AdditivityRows;
import org.diaodu.cube.AreaShareRow;
import org.diaodu.cube.AreaShareRows;
import org.diaodu.cube.CapitalShareRow;
import org.diaodu.cube.CapitalShareRows;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.GrowthRow;
import org.diaodu.cube.GrowthRows;
import org.diaodu.cube.IndicatorDefinition;
import org.diaodu.cube.Observation;
import org.diaodu.cube.PeerGroupCube;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.PackDefinitions;

/** Figures written down one by one, and the rows of the cube that follow from them. */
public final class CubeFixture {
  /** Day as of which everything is known. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private static final LocalDate RELEASED = LocalDate.of(2025, 1, 20);
  private static final Provenance OFFICIAL = Provenance.official;

  private final RegionPack pack;
  private final List<Observation> observations = new ArrayList<>();

  /** Without any figure. */
  public CubeFixture(RegionPack pack) {
    this.pack = pack;
  }

  /** A level; {@code null} is one that was withdrawn. */
  public CubeFixture level(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, Measure.LEVEL, value, status(value), OFFICIAL);
  }

  /** A level of the period alone. */
  public CubeFixture amount(String indicator, String area, String period, String value) {
    return figure(
        indicator,
        area,
        period,
        Accumulation.PER,
        Measure.LEVEL,
        vintage(value, status(value), RELEASED, OFFICIAL));
  }

  /** Published growth. */
  public CubeFixture growth(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, Measure.YOY, value, status(value), OFFICIAL);
  }

  /** A level at constant prices. */
  public CubeFixture constant(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, Measure.LEVEL_CONSTANT, value, status(value), OFFICIAL);
  }

  /** The first level at constant prices of another year. */
  public CubeFixture rebased(String indicator, String area, String period, String value) {
    return figure(
        indicator, area, period, Measure.LEVEL_CONSTANT, value, ObservationStatus.B, OFFICIAL);
  }

  /** A level at constant prices that is simulated. */
  public CubeFixture simulatedConstant(String indicator, String area, String period, String value) {
    return figure(
        indicator,
        area,
        period,
        Measure.LEVEL_CONSTANT,
        value,
        status(value),
        Provenance.simulated);
  }

  /** Published average growth of two years. */
  public CubeFixture average(String indicator, String area, String period, String value) {
    return figure(
        indicator, area, period, Measure.TWO_YEAR_AVERAGE, value, status(value), OFFICIAL);
  }

  /** A level that is marked as a break in its series. */
  public CubeFixture breakAt(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, Measure.LEVEL, value, ObservationStatus.B, OFFICIAL);
  }

  /** A simulated level. */
  public CubeFixture simulated(String indicator, String area, String period, String value) {
    return figure(
        indicator, area, period, Measure.LEVEL, value, status(value), Provenance.simulated);
  }

  /** Published growth that is simulated. */
  public CubeFixture simulatedGrowth(String indicator, String area, String period, String value) {
    return figure(indicator, area, period, Measure.YOY, value, status(value), Provenance.simulated);
  }

  /** A level as released on a day. */
  public CubeFixture released(
      String indicator, String area, String period, String value, String day) {
    return figure(
        indicator,
        area,
        period,
        accumulation(indicator),
        Measure.LEVEL,
        vintage(value, status(value), LocalDate.parse(day), OFFICIAL));
  }

  /** All figures. */
  public List<Observation> observations() {
    return List.copyOf(observations);
  }

  /** The cubes of the pack. */
  public Cubes cubes() {
    return cubes(pack, List.of(""));
  }

  /**
   * The cubes of a pack.
   *
   * @param copies what is appended to the names of its indicators; each makes a copy of them all
   */
  static Cubes cubes(RegionPack pack, List<String> copies) {
    return new Cubes(
        pack.indicators().stream()
            .flatMap(
                i ->
                    copies.stream()
                        .map(
                            copy ->
                                new IndicatorDefinition(
                                    i.indicator() + copy,
                                    i.kind(),
                                    i.growthSource(),
                                    i.better(),
                                    i.additive(),
                                    i.decimals())))
            .toList(),
        PackDefinitions.areas(pack));
  }

  /** All rows of growth. */
  public List<GrowthRow> growth() {
    return rows(cube -> GrowthRows.of(cube, AS_OF));
  }

  /** Growth by area and period, such as {@code T01 2024-06}: of derived amounts, or of all else. */
  public Map<String, GrowthRow> growth(boolean ofAmounts) {
    return growth().stream()
        .filter(row -> (row.accumulation() == Accumulation.PER) == ofAmounts)
        .collect(
            Collectors.toMap(row -> row.refArea() + " " + row.timePeriod(), Function.identity()));
  }

  /** All shares of areas. */
  public List<AreaShareRow> areaShares() {
    return rows(cube -> AreaShareRows.of(cube, AS_OF));
  }

  /** The capital's shares by period. */
  public Map<String, CapitalShareRow> capitalShares() {
    return rows(cube -> CapitalShareRows.of(cube, pack.totalArea(), pack.capitalArea(), AS_OF))
        .stream()
        .filter(row -> row.accumulation() != Accumulation.PER)
        .collect(Collectors.toMap(row -> row.timePeriod().toString(), Function.identity()));
  }

  /** All rows of additivity. */
  public List<AdditivityRow> additivity() {
    return rows(cube -> AdditivityRows.of(cube, AS_OF));
  }

  private <R> List<R> rows(Function<PeerGroupCube, List<R>> rows) {
    return cubes().of(observations).stream().flatMap(cube -> rows.apply(cube).stream()).toList();
  }

  private CubeFixture figure(
      String indicator,
      String area,
      String period,
      Measure measure,
      String value,
      ObservationStatus status,
      Provenance provenance) {
    return figure(
        indicator,
        area,
        period,
        accumulation(indicator),
        measure,
        vintage(value, status, RELEASED, provenance));
  }

  private CubeFixture figure(
      String indicator,
      String area,
      String period,
      Accumulation accumulation,
      Measure measure,
      Vintage vintage) {
    observations.add(
        new Observation(indicator, area, TimePeriod.of(period), accumulation, measure, vintage));
    return this;
  }

  private Vintage vintage(
      String value, ObservationStatus status, LocalDate released, Provenance provenance) {
    BigDecimal printed = value == null ? null : new BigDecimal(value);
    return new Vintage(
        printed == null ? null : printed.setScale(6),
        printed == null ? 0 : printed.scale(),
        status,
        released,
        observations.size(),
        observations.size(),
        provenance);
  }

  private Accumulation accumulation(String indicator) {
    return pack.indicator(indicator).orElseThrow().accumulation();
  }

  private static ObservationStatus status(String value) {
    return value == null ? ObservationStatus.M : ObservationStatus.A;
  }
}
