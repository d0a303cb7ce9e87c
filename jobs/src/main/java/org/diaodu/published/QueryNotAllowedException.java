package org.diaodu.published;

/** A statement that is no query, or that would change something. */
public final class QueryNotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was found and what is expected, in Chinese. */
  public QueryNotAllowedException(String message) {
    super(message);
  }

  /** The same, with what led to it. */
  public QueryNotAllowedException(String message, Throwable cause) {
    super(message, cause);
  }
}
