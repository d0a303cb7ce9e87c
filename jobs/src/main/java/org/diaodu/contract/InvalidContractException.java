package org.diaodu.contract;

/**
 * A file under {@code schemas/} does not say what a table is. A mistake of the program, not of its
 * data.
 */
public final class InvalidContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidContractException(String resource, String because) {
    super("Cannot read contract %s: %s".formatted(resource, because));
  }
}
