package org.diaodu.bench;

import java.util.List;

/** Ours and DuckDB's tables differ: no time may be believed. */
final class ResultsDifferException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ResultsDifferException(
      String table, String columns, List<String> onlyOurs, List<String> onlyTheirs) {
    super(
        """
        %s differs between Diaodu and DuckDB, so no time was taken.
        columns: %s
        only in ours:
          %s
        only in DuckDB's:
          %s"""
            .formatted(
                table, columns, String.join("\n  ", onlyOurs), String.join("\n  ", onlyTheirs)));
  }
}
