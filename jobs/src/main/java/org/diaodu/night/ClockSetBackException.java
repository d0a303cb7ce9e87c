package org.diaodu.night;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The clock is earlier than the last publication; nothing was begun. */
public final class ClockSetBackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClockSetBackException(Instant now, Instant published, ZoneId zone) {
    super(
        "时钟不对：现在是%s，但上一次发布的时间是%s。时间倒退时，后到的更正会被当作先到的，所以没有运行。请校准这台机器的时钟，再运行一次。"
            .formatted(text(now, zone), text(published, zone)));
  }

  private static String text(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(instant.atZone(zone));
  }
}
