package org.diaodu.dispatch;

import org.diaodu.domain.Light;
import org.diaodu.domain.Provenance;

/**
 * The light of one target in one area at its newest period: a row of {@code statistics.attainment}
 * with {@code is_newest}.
 *
 * @param targetId id of the target
 * @param refArea code of the area
 * @param isSetFor whether the target is set for this area; else the policy holds it against it
 * @param light the light
 * @param provenance of the figures that it rests on; null where there are none
 */
public record NewestLight(
    String targetId, String refArea, boolean isSetFor, Light light, Provenance provenance) {}
