package org.diaodu.table;

import java.io.IOException;

/** A manifest is not what one looks like: empty, cut off, or with a field that is missing. */
final class UnreadableManifestException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableManifestException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
