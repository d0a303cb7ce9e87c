package org.diaodu.attainment;

import java.io.Serializable;
import org.diaodu.cube.CapitalShare;

/**
 * The capital's share of the total at one period, as known on a day.
 *
 * @param key of which figure, and the day
 * @param share the share
 */
record TargetShare(FigureKey key, CapitalShare share) implements Serializable {}
