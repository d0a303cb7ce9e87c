package org.diaodu.table;

import java.util.List;
import org.diaodu.contract.Table;

/** A table, or what was to be written to it, is not what its contract says. Nothing was written. */
public final class TableDiffersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableDiffersException(String action, Table table, List<String> differences) {
    super(
        "Cannot %s %s: it differs from schemas/%s.yaml:%n- %s"
            .formatted(action, table.fullName(), table.path(), String.join("\n- ", differences)));
  }
}
