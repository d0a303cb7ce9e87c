package org.diaodu.dispatch;

import java.time.LocalDate;
import org.diaodu.domain.Light;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/**
 * The light of the newest due check of one target in one area, as it was known on a day.
 *
 * @param knownOn the day
 * @param targetId id of the target
 * @param refArea code of the area
 * @param timePeriod newest period that was due
 * @param light its light
 * @param lightReason why, in Chinese
 * @param provenance of the figures that the light rests on; null where there are none
 */
public record SeenLight(
    LocalDate knownOn,
    String targetId,
    String refArea,
    TimePeriod timePeriod,
    Light light,
    String lightReason,
    Provenance provenance) {}
