package org.diaodu.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Measure;
import org.diaodu.form.FormField;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKey;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormLine;
import org.diaodu.form.FormSignature;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.GridCell;

/** The rows of a form as the fields of a tidy line, or of a line of a progress file. */
final class FormFields {
  private static final List<String> FIGURE =
      List.of(
          "release_date",
          "ref_area",
          "indicator",
          "time_period",
          "accumulation",
          "measure",
          "obs_value",
          "unit",
          "obs_status",
          "note");

  private static final List<String> REPORT =
      List.of(
          "release_date",
          "item",
          "ref_area",
          "time_period",
          "milestone",
          "percent",
          "status",
          "evidence",
          "due_on",
          "reporter",
          ProgressLine.PROBLEM_OPENED_ON);

  /** Number of the column that holds the day of signing. */
  static final int DAY_COLUMN = 1;

  private static final TidyCsvHeader OF_FIGURES =
      new TidyCsvHeader(',', positions(FIGURE), TidyCsvHeader.Form.figures);

  private static final TidyCsvHeader OF_REPORTS =
      new TidyCsvHeader(',', positions(REPORT), TidyCsvHeader.Form.progress);

  private final FormKey key;
  private final FormSignature signature;
  private final FormItem item;

  FormFields(FormItem item, FormSignature signature) {
    this.item = item;
    this.key = item.key();
    this.signature = signature;
  }

  /** The line of one of the figures of a row. */
  LineFields ofFigure(FormLine line, RegionPack pack, FormField field) {
    Indicator indicator = pack.indicator(key.item()).orElseThrow();
    Measure measure = field == FormField.growth ? Measure.YOY : Measure.LEVEL;
    String note =
        Stream.of(text(line, FormField.note), signature.words())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("；"));
    List<String> fields =
        List.of(
            day(),
            key.refArea(),
            key.item(),
            key.period().toString(),
            indicator.accumulation().name(),
            measure.name(),
            text(line, field),
            measure.unit(indicator.unit()),
            text(line, FormField.obs_status),
            note);
    GridCell cell = line.cells().get(field);
    int decimals = cell == null || cell.number() == null ? -1 : cell.decimals();
    ValueColumn value = new ValueColumn(FIGURE.indexOf("obs_value"), FigureWords.NONE, unit(cell));
    return new LineFields(OF_FIGURES, fields, decimals, value);
  }

  /** The line of a report. */
  LineFields ofReport(FormLine line) {
    boolean isProblem = item.kind() == FormKind.problem;
    List<String> fields =
        List.of(
            day(),
            key.item(),
            key.refArea(),
            key.period().toString(),
            isProblem ? "" : key.part(),
            text(line, FormField.percent),
            text(line, isProblem ? FormField.step : FormField.status),
            text(line, isProblem ? FormField.explanation : FormField.evidence),
            text(line, FormField.until),
            key.unit(),
            isProblem ? key.part() : "");
    return new LineFields(OF_REPORTS, fields);
  }

  /** Number of the column that a field becomes. */
  static int column(FormField field) {
    return switch (field) {
      case level, growth -> FIGURE.indexOf("obs_value") + 1;
      case obs_status -> FIGURE.indexOf("obs_status") + 1;
      case note -> FIGURE.indexOf("note") + 1;
      case status, step -> REPORT.indexOf("status") + 1;
      case percent -> REPORT.indexOf("percent") + 1;
      case evidence, explanation -> REPORT.indexOf("evidence") + 1;
      case until -> REPORT.indexOf("due_on") + 1;
    };
  }

  /** The field of a sheet that becomes a column; empty for a figure, of which there are two. */
  static Optional<FormField> field(FormKind kind, int column) {
    return kind.fields().stream()
        .filter(field -> field != FormField.level && field != FormField.growth)
        .filter(field -> column(field) == column)
        .findFirst();
  }

  /** What a cell says, a percent sign that it shows included. */
  static String text(GridCell cell) {
    return cell.number() == null
        ? cell.text()
        : cell.number().toPlainString() + (cell.percent() ? "%" : "");
  }

  private static String unit(GridCell cell) {
    return cell == null ? "" : cell.unit();
  }

  private String day() {
    return signature.filledOn() == null ? "" : signature.filledOn().text();
  }

  private static String text(FormLine line, FormField field) {
    return Optional.ofNullable(line.cells().get(field)).map(FormFields::text).orElse("").strip();
  }

  private static Map<String, Integer> positions(List<String> names) {
    Map<String, Integer> positions = new HashMap<>();
    names.forEach(name -> positions.put(name, positions.size()));
    return positions;
  }
}
