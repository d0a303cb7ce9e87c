package org.diaodu.ingest;

import java.time.Instant;

/**
 * That a content came to a place.
 *
 * @param file path below the landing folder
 * @param sha256 SHA-256 of the bytes
 * @param at when it came: its time of change when it was first seen; null where it said nothing new
 */
public record Arrival(String file, String sha256, Instant at) {}
