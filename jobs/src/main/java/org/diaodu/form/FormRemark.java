package org.diaodu.form;

/**
 * Something to be said of a cell of a form that came back.
 *
 * @param ruleId the rule
 * @param row row of the cell, from 0
 * @param column its column, from 0
 * @param found what stands there
 * @param expected what should
 * @param message what is wrong and what to do, in Chinese
 */
public record FormRemark(
    String ruleId, int row, int column, String found, String expected, String message) {}
