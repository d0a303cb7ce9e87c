package org.diaodu.export;

/** A table has more rows than a sheet of Excel. */
public final class TooManyRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyRowsException(int most) {
    super(
        "超过%d行，Excel的一张表放不下。请用--period或--where缩小范围，或改用--format csv、parquet、sdmx-csv"
            .formatted(most));
  }
}
