package org.diaodu.document;

/**
 * Words without a figure: names, periods, days.
 *
 * @param text the words
 */
public record Words(String text) implements Span {}
