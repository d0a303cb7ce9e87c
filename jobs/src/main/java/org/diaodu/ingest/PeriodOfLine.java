package org.diaodu.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.layout.WrittenPeriod;
import org.diaodu.region.Indicator;
import org.diaodu.text.Remembered;

/** The period of which a line says that its figure is. */
final class PeriodOfLine {
  /** What is longer is no period, and not worth remembering. */
  private static final int LONGEST = 20;

  private static final int MOST = 2_000;
  private static final Remembered<Optional<WrittenPeriod>> PERIODS =
      new Remembered<>(WrittenPeriod::of, MOST);

  private static final Map<String, Frequency> FREQUENCIES =
      Map.ofEntries(
          Map.entry("m", Frequency.M),
          Map.entry("月", Frequency.M),
          Map.entry("月度", Frequency.M),
          Map.entry("月报", Frequency.M),
          Map.entry("q", Frequency.Q),
          Map.entry("季", Frequency.Q),
          Map.entry("季度", Frequency.Q),
          Map.entry("季报", Frequency.Q),
          Map.entry("a", Frequency.A),
          Map.entry("年", Frequency.A),
          Map.entry("年度", Frequency.A),
          Map.entry("年报", Frequency.A));

  private PeriodOfLine() {}

  /** What is written in the column of periods; empty where it is no period. */
  static Optional<WrittenPeriod> written(LineFields line) {
    String written = line.period();
    return written.length() > LONGEST ? Optional.empty() : PERIODS.of(written);
  }

  /**
   * The period.
   *
   * @param written what is written in the column of periods
   * @param indicator the series; null where it is not known, or where there is none
   * @return null, with a fault, where it is none
   */
  static TimePeriod of(
      LineFields line, Optional<WrittenPeriod> written, Indicator indicator, LineFaults faults) {
    String text = line.period();
    Frequency stated = frequency(line, faults);
    Frequency usual = indicator == null ? null : indicator.frequency();
    TimePeriod period = written.flatMap(w -> w.at(stated, usual)).orElse(null);
    if (period == null) {
      faults.add(
          "impossible_period",
          line.periodColumn(),
          text,
          "2024、2024-Q2 或 2024-06",
          because(text, written, stated, indicator));
    }
    return period;
  }

  /**
   * The period, whatever is wrong with it unheard.
   *
   * @param indicator the series; null where it is not known, or where there is none
   * @return null where it is none
   */
  static TimePeriod of(LineFields line, Indicator indicator) {
    return of(line, written(line), indicator, new LineFaults(0));
  }

  private static String because(
      String text, Optional<WrittenPeriod> written, Frequency stated, Indicator indicator) {
    if (written.isPresent() && stated != null) {
      return "频率是%s，时期“%s”却不是。请改正其中一个".formatted(stated.nameZh(), text);
    }
    if (written.isPresent() && written.get().isDay()) {
      return "时期“%s”是某一天，不知道是哪个月、哪个季度还是哪一年。请写成2024、2024-Q2或2024-06".formatted(text);
    }
    if (written.isPresent() && indicator != null) {
      return "“%s”按%s发布，没有“%s”这样的时期。请核对时期"
          .formatted(indicator.nameZh(), indicator.frequency().nameZh(), text);
    }
    return "时期“%s”不成立。请写成2024、2024-Q2或2024-06".formatted(text);
  }

  private static Frequency frequency(LineFields line, LineFaults faults) {
    String written = line.text("freq");
    if (written.isEmpty()) {
      return null;
    }
    Frequency frequency = FREQUENCIES.get(written.toLowerCase(Locale.ROOT));
    if (frequency == null) {
      faults.add(
          "unknown_freq",
          line.column("freq"),
          written,
          "M、Q、A",
          "频率“%s”不认得，只能是：M（月）、Q（季）、A（年）".formatted(written));
    }
    return frequency;
  }
}
