package org.diaodu.hold;

/**
 * Why a figure is not believed.
 *
 * @param expected what would have been expected, in Chinese
 * @param why what is wrong, in Chinese, without place and remedy
 */
record Doubt(String expected, String why) {}
