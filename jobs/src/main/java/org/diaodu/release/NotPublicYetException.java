package org.diaodu.release;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.diaodu.domain.TimePeriod;

/** A period whose figures may not be shown yet. */
public final class NotPublicYetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotPublicYetException(TimePeriod period, ZonedDateTime from) {
    super(
        "%s的数据到%s才可以公开；内部使用请加--embargoed，文件会逐页标明"
            .formatted(period, from.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))));
  }
}
