package org.diaodu.table;

import org.diaodu.contract.TableContract;

/** Rows that were to be written name the same key more than once. Nothing was written. */
public final class DuplicateKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DuplicateKeyException(TableContract contract, String examples) {
    super(
        "Cannot write to %s: its key (%s) would name more than one row: %s"
            .formatted(contract.table().fullName(), String.join(", ", contract.key()), examples));
  }
}
