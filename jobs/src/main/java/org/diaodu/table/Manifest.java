package org.diaodu.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * What one finished run published: the version of every table that belongs to one picture.
 *
 * @param number 1, 2, 3, …
 * @param runId the run
 * @param publishedAt when
 * @param region code of the area that is the whole of the region; empty where a program of before
 *     published it
 * @param packId version of the region pack
 * @param program what computed its tables: {@link Program#id()}; empty where a program of before
 *     did
 * @param asOf day as of which the figures are known
 * @param versions Delta version by {@code database.table}
 * @param fingerprints content of each computed table, by {@code database.table}
 */
public record Manifest(
    long number,
    String runId,
    Instant publishedAt,
    String region,
    String packId,
    String program,
    LocalDate asOf,
    SortedMap<String, Long> versions,
    SortedMap<String, String> fingerprints) {
  /** What {@link #runId} begins with where maintenance put files together. */
  public static final String MAINTENANCE = "maintenance-";

  /** The same where documents were released. */
  public static final String RELEASE = "release-";

  /** Whether a night published it: only nights bring figures. */
  public boolean isOfNight() {
    return !runId.startsWith(MAINTENANCE) && !runId.startsWith(RELEASE);
  }
}
