package org.diaodu.trace;

import java.util.List;

/**
 * What a figure came from.
 *
 * @param formula how it was made, with its numbers
 * @param basis target, policy and version of the pack behind it; empty where there are none
 * @param findings what the rules found of its sources
 * @param sources the cells, the figure's own first
 */
public record Trace(String formula, String basis, List<String> findings, List<Source> sources) {}
