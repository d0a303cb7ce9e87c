package org.diaodu.ingest;

import java.time.LocalDate;
import java.util.Optional;
import org.diaodu.domain.TimePeriod;
import org.diaodu.text.Remembered;
import org.diaodu.text.WrittenDay;

/** The day on which a line says that its figure was released. */
final class ReleaseOfLine {
  /** What is longer is no date, and not worth remembering. */
  private static final int LONGEST = 20;

  private static final int MOST = 2_000;
  private static final Remembered<Optional<LocalDate>> DAYS =
      new Remembered<>(WrittenDay::of, MOST);

  private ReleaseOfLine() {}

  /**
   * The release date.
   *
   * @param period what the figure is of; null where that is not known
   * @return null, with a fault, where the line states none
   */
  static LocalDate of(LineFields line, TimePeriod period, LocalDate today, LineFaults faults) {
    String written = line.releaseDate();
    int column = line.column("release_date");
    LocalDate released =
        (written.length() > LONGEST ? WrittenDay.of(written) : DAYS.of(written)).orElse(null);
    if (released == null) {
      faults.add("bad_release_date", column, written, "2024-07-18", because(written));
      return null;
    }
    if (released.isAfter(today)) {
      faults.add(
          "release_in_future",
          column,
          written,
          "不晚于" + today,
          "发布日期%s晚于今天%s。请核对".formatted(released, today));
    }
    if (period != null && released.isBefore(period.lastDay())) {
      faults.add(
          "released_before_period_end",
          column,
          written,
          "不早于" + period.lastDay(),
          "%s的数据不可能在%s发布，那时本期还没有结束。请核对时期和发布日期".formatted(period, released));
    }
    return released;
  }

  private static String because(String written) {
    if (written.isEmpty()) {
      return "没有写发布日期。请补上，写成2024-07-18的样子";
    }
    if (WrittenDay.lacksYear(written)) {
      return "发布日期“%s”没有写年份，不知道是哪一年。请写成2024-07-18的样子".formatted(written);
    }
    if (WrittenDay.isSerial(written)) {
      return "发布日期“%s”是Excel存日期用的天数。请把这一列的格式改为日期，或写成2024-07-18的样子".formatted(written);
    }
    return "发布日期“%s”不成立。请写成2024-07-18的样子".formatted(written);
  }
}
