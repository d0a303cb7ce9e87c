package org.diaodu.hold;

import java.time.Instant;

/**
 * A line of the record of what was held: that a figure was held, or what was decided of it.
 *
 * @param kind held, accepted or refused
 * @param id what was held: {@link HeldId}
 * @param file path of the file that says so; empty in a decision
 * @param sha256 SHA-256 of its bytes; empty in a decision
 * @param cell where in the file; of a file that is held as a whole {@code 0:0}; empty in a decision
 * @param arrivedAt when the file came; null in a decision
 * @param statement what was held, in words that people can read
 * @param by who decided; empty where nobody has
 * @param reason why; empty where nobody has decided
 * @param at when it was decided; null where nobody has
 */
public record HoldEntry(
    Kind kind,
    String id,
    String file,
    String sha256,
    String cell,
    Instant arrivedAt,
    String statement,
    String by,
    String reason,
    Instant at) {

  /** What a line says. */
  public enum Kind {
    /** That it was held. */
    held,
    /** That somebody answers for it: it is taken. */
    accepted,
    /** That it is wrong and stays out. */
    refused
  }

  /** A place of a file that is held as a whole. */
  public static final String WHOLE_FILE = "0:0";

  /** That a figure was held. */
  public static HoldEntry held(
      String id, String file, String sha256, String cell, Instant arrivedAt, String statement) {
    return new HoldEntry(Kind.held, id, file, sha256, cell, arrivedAt, statement, "", "", null);
  }

  /** A decision. */
  public static HoldEntry decided(
      boolean accepted, String id, String statement, String by, String reason, Instant at) {
    return new HoldEntry(
        accepted ? Kind.accepted : Kind.refused, id, "", "", "", null, statement, by, reason, at);
  }

  /** Whether it is a decision. */
  public boolean isDecision() {
    return kind != Kind.held;
  }
}
