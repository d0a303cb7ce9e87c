package org.diaodu.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ConfidentialityStatus;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.layout.WrittenPeriod;
import org.diaodu.region.Indicator;

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

  private static final Map<String, ObservationStatus> STATUSES =
      Map.of(
          "正常", ObservationStatus.A,
          "初步", ObservationStatus.P,
          "初步数", ObservationStatus.P,
          "快报", ObservationStatus.P,
          "估计", ObservationStatus.E,
          "预计", ObservationStatus.E,
          "缺失", ObservationStatus.M,
          "撤回", ObservationStatus.M);

  private static final Map<String, Provenance> PROVENANCES =
      Map.of("官方", Provenance.official, "正式", Provenance.official, "模拟", Provenance.simulated);

  static LineDimensions read(
      LineFields line, Indicator indicator, LocalDate today, LineFaults faults) {
    Optional<WrittenPeriod> written = PeriodOfLine.written(line);
    TimePeriod period = PeriodOfLine.of(line, written, indicator, faults);
    LocalDate released = ReleaseOfLine.of(line, period, today, faults);
    FigureWords said = WordsOfLine.of(line, written, faults);
    Measure measure = said.measure() == null ? Measure.LEVEL : said.measure();
    Accumulation usual = indicator == null ? Accumulation.PER : indicator.accumulation();
    Accumulation accumulation = said.accumulation() == null ? usual : said.accumulation();
    if (indicator != null) {
      checkAccumulation(line, indicator, accumulation, faults);
      checkMeasure(line, indicator, measure, faults);
    }
    return new LineDimensions(
        period,
        accumulation,
        measure,
        status(line, faults),
        code(line, "conf_status", Map.of(), ConfidentialityStatus.class, null, faults),
        released,
        code(line, "provenance", PROVENANCES, Provenance.class, Provenance.official, faults));
  }

  /**
   * Whether a line says that there is no figure, or none for the public: by its status, or by its
   * confidentiality where it has no value either.
   */
  static boolean saysNoFigure(LineFields line) {
    ObservationStatus status = status(line, new LineFaults(0));
    return status != null && status.isMissing();
  }

  /** Without a value a confidential figure is a suppressed one. */
  private static ObservationStatus status(LineFields line, LineFaults faults) {
    ObservationStatus status =
        code(line, "obs_status", STATUSES, ObservationStatus.class, ObservationStatus.A, faults);
    if (status == null || status.isMissing() || !line.text("obs_value").isEmpty()) {
      return status;
    }
    ConfidentialityStatus confidentiality =
        code(line, "conf_status", Map.of(), ConfidentialityStatus.class, null, new LineFaults(0));
    return confidentiality == null || confidentiality.isPublic() ? status : ObservationStatus.Q;
  }

  private static <E extends Enum<E>> E code(
      LineFields line,
      String field,
      Map<String, E> words,
      Class<E> codes,
      E absent,
      LineFaults faults) {
    String written = line.text(field);
    if (written.isEmpty()) {
      return absent;
    }
    if (words.containsKey(written)) {
      return words.get(written);
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
