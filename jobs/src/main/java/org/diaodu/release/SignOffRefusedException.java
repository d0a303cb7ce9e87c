package org.diaodu.release;

/** A step of the sign-off that cannot be done; its message says why and what to do, in Chinese. */
public final class SignOffRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignOffRefusedException(String message) {
    super(message);
  }
}
