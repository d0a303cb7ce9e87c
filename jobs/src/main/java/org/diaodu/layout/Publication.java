package org.diaodu.layout;

import java.time.LocalDate;

/**
 * What is known of a book beside its sheets.
 *
 * @param released the day on which its figures were released; null where nobody says it
 * @param received the day on which it came
 */
public record Publication(LocalDate released, LocalDate received) {}
