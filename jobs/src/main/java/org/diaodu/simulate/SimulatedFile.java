package org.diaodu.simulate;

/**
 * A landing file that was made up.
 *
 * @param path where it belongs, below the landing folder
 * @param text its content
 */
public record SimulatedFile(String path, String text) {}
