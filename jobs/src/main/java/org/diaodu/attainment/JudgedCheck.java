package org.diaodu.attainment;

import java.time.LocalDate;

/**
 * A check with its judgement.
 *
 * @param knownOn day as of which it was judged
 * @param due whether the figure was due by then
 * @param newest whether it was the newest period that was due
 * @param row the judgement; its {@code asOf} is that day
 */
public record JudgedCheck(LocalDate knownOn, boolean due, boolean newest, AttainmentRow row) {}
