package org.diaodu.attainment;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How well a way of estimating did.
 *
 * @param trials how often it was tried
 * @param meanError mean of the errors without their signs, in percent of an amount, in percentage
 *     points of growth
 */
record TrackRecord(int trials, BigDecimal meanError) implements Serializable {}
