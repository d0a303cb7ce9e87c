package org.diaodu.release;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.diaodu.domain.TimePeriod;

/**
 * What all documents of a release have in common.
 *
 * @param period the period that it is about
 * @param publishedAt when
 * @param publishedBy account
 * @param releasedFrom from when figures of the period may be shown
 * @param corrects the release that it takes the place of
 * @param manifest number of the manifest whose tables it was made from
 * @param versions version of each table in that manifest
 * @param packId version of the pack
 * @param policyId policy
 * @param program version of the program
 */
public record ReleaseFacts(
    TimePeriod period,
    Instant publishedAt,
    String publishedBy,
    Instant releasedFrom,
    Optional<String> corrects,
    long manifest,
    Map<String, Long> versions,
    String packId,
    String policyId,
    String program) {}
