package org.diaodu.server;

/** A server that does not answer as it should. */
public final class RemoteFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RemoteFailureException(String message, Throwable cause) {
    super(message, cause);
  }
}
