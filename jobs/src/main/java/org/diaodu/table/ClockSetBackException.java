package org.diaodu.table;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The clock is earlier than the last publication; nothing was begun. Whatever is written next would
 * be earlier than what is there: a night would file a correction before what it corrects.
 */
public final class ClockSetBackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ClockSetBackException(Instant now, Instant published, ZoneId zone) {
    super(
        "时钟不对：现在是%s，但上一次发布的时间是%s（%s）。时间倒退时，后到的更正会被当作先到的，所以没有运行。请校准这台机器的时钟，再运行一次；如果是上一次运行时时钟快了，见 docs/operations.md“时钟”一节。"
            .formatted(text(now, zone), text(published, zone), zone));
  }

  /**
   * Does nothing where an instant is no earlier than a publication.
   *
   * @throws ClockSetBackException where it is
   */
  public static void require(Instant now, Manifest published, ZoneId zone) {
    if (now.isBefore(published.publishedAt())) {
      throw new ClockSetBackException(now, published.publishedAt(), zone);
    }
  }

  private static String text(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(instant.atZone(zone));
  }
}
