package org.diaodu.office;

/** A master of the region pack that cannot be filled in: the message says what to change in it. */
public final class UnusableMasterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong, and what to do. */
  UnusableMasterException(String fault) {
    super("地区包documents中的母版不能用：" + fault);
  }

  /** With the cause, too. */
  UnusableMasterException(String fault, Throwable cause) {
    super("地区包documents中的母版不能用：" + fault, cause);
  }
}
