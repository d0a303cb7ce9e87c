package org.diaodu.contract;

/**
 * A sentence for both kinds of readers.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Bilingual(String en, String zh) {}
