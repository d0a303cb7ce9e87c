package org.diaodu.cube;

import java.io.Serializable;
import org.diaodu.domain.Better;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;

/**
 * What has to be known of an indicator to compute from its figures.
 *
 * @param indicator its code
 * @param kind how its figures behave
 * @param growthSource which growth is reported
 * @param better which direction is good
 * @param additive whether areas' levels add up
 * @param decimals decimals that are printed
 */
public record IndicatorDefinition(
    String indicator,
    IndicatorKind kind,
    GrowthSource growthSource,
    Better better,
    boolean additive,
    int decimals)
    implements Serializable {

  /** Whether its levels are amounts, of which one can be a part of another. */
  boolean isAmount() {
    return kind == IndicatorKind.flow || kind == IndicatorKind.stock;
  }
}
