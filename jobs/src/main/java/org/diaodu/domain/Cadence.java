package org.diaodu.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How often something is owed. */
public enum Cadence {
  /** Every month. */
  monthly(1, Frequency.M, "按月", "(?:按|每个?|逐|分)月|月度|一月一"),
  /** Every quarter. */
  quarterly(3, Frequency.Q, "按季", "(?:按|每个?|逐|分)季|季度|一季一"),
  /** Twice a year, with the half-years. */
  half_yearly(6, Frequency.Q, "每半年", "(?:按|每个?)半年|半年度|半年(?:一|1)"),
  /** Once a year. */
  yearly(12, Frequency.A, "按年", "(?:按|每个?|逐|分)年|年度|一年一");

  private final int months;
  private final Frequency frequency;
  private final String nameZh;
  private final Pattern words;

  Cadence(int months, Frequency frequency, String nameZh, String words) {
    this.months = months;
    this.frequency = frequency;
    this.nameZh = nameZh;
    this.words = Pattern.compile(words);
  }

  /** As the bureau's people say it. */
  public String nameZh() {
    return nameZh;
  }

  /**
   * The frequency of the periods that reports of it are about, where no series says another. No
   * frequency has half-years: the second and the fourth quarter stand for them.
   */
  public Frequency frequency() {
    return frequency;
  }

  /**
   * The cadence that words name, such as {@code 按季归集} or {@code 半年一次}; of several the shortest,
   * since what comes every month also says how the quarter went. Empty where they name none: {@code
   * 定期} says no cadence, and {@code 半年内} is a deadline.
   */
  public static Optional<Cadence> in(String text) {
    String left = half_yearly.words.matcher(text).replaceAll("");
    List<Cadence> named = new ArrayList<>();
    for (Cadence cadence : values()) {
      boolean isHalf = cadence == half_yearly;
      if (isHalf ? !left.equals(text) : cadence.words.matcher(left).find()) {
        named.add(cadence);
      }
    }
    return named.stream().findFirst();
  }

  /**
   * The periods of a year at whose end it is owed, of a frequency that is not above it; of a
   * frequency above it, every one.
   */
  public List<TimePeriod> periods(Frequency of, int year) {
    return IntStream.rangeClosed(1, of.periodsPerYear())
        .mapToObj(number -> new TimePeriod(of, year, number))
        .filter(period -> of.months() >= months || period.endMonth() % months == 0)
        .toList();
  }
}
