package org.diaodu.release;

import java.time.LocalDate;

/** A day that is later than the one that the newest published tables are known for. */
public final class NotKnownYetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotKnownYetException(LocalDate day, LocalDate known) {
    super("各表的数据只到%s，不能截至%s。请先运行diaodu nightly，或改用不晚于%s的日期".formatted(known, day, known));
  }
}
