package org.diaodu.statistics;

import org.diaodu.cube.AreaHierarchy;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.IndicatorDefinition;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/** What a pack says of indicators and areas, as cubes take it. */
public final class PackDefinitions {
  private PackDefinitions() {}

  /** The cubes of a region. */
  public static Cubes cubes(RegionPack pack) {
    return new Cubes(
        pack.indicators().stream().map(PackDefinitions::definition).toList(), areas(pack));
  }

  /** How the areas of a region nest, and when each of them exists. */
  public static AreaHierarchy areas(RegionPack pack) {
    return new AreaHierarchy(pack.areas().stream().map(PackDefinitions::place).toList());
  }

  private static IndicatorDefinition definition(Indicator indicator) {
    return new IndicatorDefinition(
        indicator.indicator(),
        indicator.kind(),
        indicator.growthSource(),
        indicator.better(),
        indicator.additive(),
        indicator.decimals());
  }

  private static AreaHierarchy.Place place(Area area) {
    return new AreaHierarchy.Place(
        area.refArea(),
        area.parent().isEmpty() ? null : area.parent(),
        area.inTotal(),
        area.validity(),
        area.succeeds());
  }
}
