package org.diaodu.dispatch;

/**
 * A series of which an area has owed a figure for longer than the policy lets pass.
 *
 * @param indicator code of the indicator
 * @param refArea code of the area
 */
public record OwedFigure(String indicator, String refArea) {}
