package org.diaodu.ingest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ConfidentialityStatus;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.text.HalfWidth;
import org.diaodu.text.Remembered;

/**
 * What a line says of its figure beside area, indicator and value. A part that is faulty is null,
 * and its fault is recorded.
 */
record LineDimensions(
    TimePeriod period,
    Accumulation accumulation,
    Measure measure,
    ObservationStatus status,
    ConfidentialityStatus confidentiality,
    LocalDate releaseDate,
    Provenance provenance) {

  /** What is longer is neither a period nor a date, and not worth remembering. */
  private static final int LONGEST = 20;

  private static final int MOST = 2_000;
  private static final Remembered<Optional<TimePeriod>> PERIODS =
      new Remembered<>(LineDimensions::parsed, MOST);
  private static final Remembered<Optional<LocalDate>> DATES =
      new Remembered<>(LineDimensions::date, MOST);

  static LineDimensions read(
      LineFields line, Indicator indicator, LocalDate today, LineFaults faults) {
    TimePeriod period = period(line, faults);
    LocalDate released = releaseDate(line, period, today, faults);
    Measure measure = code(line, "measure", Measure.class, Measure.LEVEL, faults);
    Accumulation accumulation =
        code(
            line,
            "accumulation",
            Accumulation.class,
            indicator == null ? Accumulation.PER : indicator.accumulation(),
            faults);
    if (indicator != null) {
      checkAccumulation(line, indicator, accumulation, faults);
      checkMeasure(line, indicator, measure, faults);
    }
    return new LineDimensions(
        period,
        accumulation,
        measure,
        status(line, faults),
        code(line, "conf_status", ConfidentialityStatus.class, null, faults),
        released,
        code(line, "provenance", Provenance.class, Provenance.official, faults));
  }

  /**
   * Whether a line says that there is no figure, or none for the public: by its status, or by its
   * confidentiality where it has no value either.
   */
  static boolean saysNoFigure(LineFields line) {
    LineFaults unheard = new LineFaults(0);
    ObservationStatus status = status(line, unheard);
    return status != null && status.isMissing();
  }

  /** Without a value a confidential figure is a suppressed one. */
  private static ObservationStatus status(LineFields line, LineFaults faults) {
    ObservationStatus status =
        code(line, "obs_status", ObservationStatus.class, ObservationStatus.A, faults);
    if (status == null || status.isMissing() || !line.text("obs_value").isEmpty()) {
      return status;
    }
    ConfidentialityStatus confidentiality =
        code(line, "conf_status", ConfidentialityStatus.class, null, new LineFaults(0));
    return confidentiality == null || confidentiality.isPublic() ? status : ObservationStatus.Q;
  }

  private static Optional<TimePeriod> parsed(String written) {
    return TimePeriod.parse(HalfWidth.of(written));
  }

  private static Optional<LocalDate> date(String written) {
    try {
      return Optional.of(LocalDate.parse(HalfWidth.of(written)));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  /** The period that a line states; null where it states none. */
  static TimePeriod period(LineFields line) {
    String written = line.text("time_period");
    return (written.length() > LONGEST ? parsed(written) : PERIODS.of(written)).orElse(null);
  }

  private static TimePeriod period(LineFields line, LineFaults faults) {
    String written = line.text("time_period");
    TimePeriod period = period(line);
    if (period == null) {
      faults.add(
          "impossible_period",
          line.column("time_period"),
          written,
          "2024、2024-Q2 或 2024-06",
          "时期“%s”不成立。请写成2024、2024-Q2或2024-06".formatted(written));
    }
    return period;
  }

  private static LocalDate releaseDate(
      LineFields line, TimePeriod period, LocalDate today, LineFaults faults) {
    String written = line.text("release_date");
    int column = line.column("release_date");
    LocalDate released =
        (written.length() > LONGEST ? date(written) : DATES.of(written)).orElse(null);
    if (released == null) {
      faults.add(
          "bad_release_date",
          column,
          written,
          "2024-07-18",
          "发布日期“%s”不成立。请写成2024-07-18的样子".formatted(written));
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

  private static <E extends Enum<E>> E code(
      LineFields line, String field, Class<E> codes, E absent, LineFaults faults) {
    String written = line.text(field);
    if (written.isEmpty()) {
      return absent;
    }
    for (E code : codes.getEnumConstants()) {
      if (code.name().equalsIgnoreCase(written)) {
        return code;
      }
    }
    String known =
        Arrays.stream(codes.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
    faults.add(
        "unknown_" + field,
        line.column(field),
        written,
        known,
        "%s“%s”不认得，只能是：%s".formatted(field, written, known));
    return null;
  }

  private static void checkAccumulation(
      LineFields line, Indicator indicator, Accumulation accumulation, LineFaults faults) {
    boolean stock =
        indicator.kind() == IndicatorKind.stock || indicator.accumulation() == Accumulation.EOP;
    if (accumulation != null && stock != (accumulation == Accumulation.EOP)) {
      faults.add(
          "wrong_accumulation",
          line.column("accumulation"),
          accumulation.name(),
          stock ? "EOP" : "PER 或 YTD",
          "“%s”是%s，累计口径不能是%s".formatted(indicator.nameZh(), stock ? "时点数" : "时期数", accumulation));
    }
  }

  private static void checkMeasure(
      LineFields line, Indicator indicator, Measure measure, LineFaults faults) {
    if (measure == null) {
      return;
    }
    boolean isRate = indicator.kind() == IndicatorKind.rate;
    if (!measure.isGrowth() && indicator.kind() == IndicatorKind.growth_only) {
      faults.add(
          "level_not_published",
          line.column("measure"),
          measure.name(),
          "YOY",
          "“%s”只发布增速，不发布总量。如果这是增速，请把measure写成YOY".formatted(indicator.nameZh()));
    }
    if (measure.isGrowth() && isRate) {
      faults.add(
          "growth_of_a_rate",
          line.column("measure"),
          measure.name(),
          "LEVEL",
          "“%s”本身是百分比，不报增速，只报水平".formatted(indicator.nameZh()));
    }
    if (measure == Measure.LEVEL_CONSTANT && isRate) {
      faults.add(
          "rate_at_constant_prices",
          line.column("measure"),
          measure.name(),
          "LEVEL",
          "“%s”本身是百分比，没有现价和不变价之分。请把measure写成LEVEL".formatted(indicator.nameZh()));
    }
  }
}
