package org.diaodu.pipeline;

/** A statement that is no query, or that would change something. */
public final class QueryNotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryNotAllowedException(String message) {
    super(message);
  }

  QueryNotAllowedException(String message, Throwable cause) {
    super(message, cause);
  }
}
