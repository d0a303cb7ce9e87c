package org.diaodu.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.text.DelimitedLine;

/**
 * Reads the lines of tidy files for one region. Finds everything that is wrong with a line, not
 * only the first, and changes no figure but by exact unit conversion.
 */
final class TidyCsvLine implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final char REPLACED = '\uFFFD';

  private final LineNames names;
  private final LocalDate today;
  private final SdmxCsvLine sdmx;
  private final ProgressLine progress;

  TidyCsvLine(RegionPack pack, LocalDate today) {
    this.names = new LineNames(pack);
    this.today = today;
    this.progress = new ProgressLine(pack, names, today);
    this.sdmx = new SdmxCsvLine(SdmxMappings.of(pack), today);
  }

  /**
   * The cell on a line; null where the line is blank.
   *
   * @param bytes the line without its end
   * @param number its number, from 1
   */
  Cell read(byte[] bytes, long number, TidyCsvHeader header) {
    if (isBlank(bytes)) {
      return null;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACED) >= 0 && !isUtf8(bytes)) {
      return notUtf8(bytes, number, header);
    }
    LineFaults faults = new LineFaults(number);
    List<String> fields = DelimitedLine.fields(text, header.separator());
    int column = header.column(header.figureColumn());
    if (fields == null) {
      faults.add("broken_quotes", 0, text, "引号成对，一条记录一行", "引号没有在本行内配对。请检查引号，一条记录写在一行内");
      return new Cell(number, number + ":" + column, text, text, null, null, null, faults.all());
    }
    if (fields.size() != header.position().size()) {
      faults.add(
          "wrong_number_of_fields",
          0,
          String.valueOf(fields.size()),
          String.valueOf(header.position().size()),
          "本行有%d栏，表头有%d栏。请检查是否多了或少了分隔符；数字中的千分位逗号要加引号"
              .formatted(fields.size(), header.position().size()));
      return new Cell(number, number + ":" + column, text, text, null, null, null, faults.all());
    }
    LineFields line = new LineFields(header, fields);
    String raw = fields.get(header.position().get(header.figureColumn()));
    if (header.form() == TidyCsvHeader.Form.progress) {
      Cell.Report report = progress.read(line, faults);
      return Cell.ofReport(
          number,
          number + ":" + column,
          text,
          raw,
          faults.rejected() ? null : report,
          faults.all());
    }
    if (header.sdmx()) {
      Optional<LineFields> tidy = sdmx.tidy(header, fields, faults);
      if (tidy.isEmpty()) {
        return new Cell(
            number, number + ":" + column, text, raw, null, null, "other_slice", List.of());
      }
      if (faults.rejected()) {
        return new Cell(number, number + ":" + column, text, raw, null, null, null, faults.all());
      }
      line = tidy.get();
    }
    if (line.text("obs_value").isEmpty() && !LineDimensions.saysNoFigure(line)) {
      return new Cell(
          number, number + ":" + column, text, raw, null, subject(line), "empty_value", List.of());
    }
    Cell.Figure figure = figure(line, faults);
    return new Cell(
        number,
        number + ":" + column,
        text,
        raw,
        faults.rejected() ? null : figure,
        faults.all().isEmpty() ? null : subject(line),
        null,
        faults.all());
  }

  /** The character that stands for bytes which are none may also have been written. */
  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (!FileScan.isBlank(b)) {
        return false;
      }
    }
    return true;
  }

  /** The figure that the fields of a record say; null, with faults, where they do not. */
  Cell.Figure figure(LineFields line, LineFaults faults) {
    TimePeriod period = LineDimensions.period(line);
    String area = names.area(line, period, faults);
    Indicator indicator = names.indicator(line, period, faults);
    LineDimensions dimensions = LineDimensions.read(line, indicator, today, faults);
    LineFigure value = LineFigure.read(line, indicator, dimensions, faults);
    if (faults.rejected()) {
      return null;
    }
    return new Cell.Figure(
        indicator.indicator(),
        area,
        dimensions.period().frequency().name(),
        dimensions.period().toString(),
        dimensions.accumulation().name(),
        dimensions.measure().name(),
        value.value(),
        value.value() == null ? null : Math.max(0, value.decimals()),
        dimensions.status().name(),
        dimensions.confidentiality() == null ? null : dimensions.confidentiality().name(),
        dimensions.releaseDate(),
        dimensions.provenance().name(),
        emptyToNull(line.text("note")));
  }

  /** What the fields are about; null where one of the dimensions is not known. */
  Cell.Subject subject(LineFields line) {
    LineFaults unheard = new LineFaults(0);
    TimePeriod period = LineDimensions.period(line);
    String area = names.area(line, period, unheard);
    Indicator indicator = names.indicator(line, period, unheard);
    if (area == null || indicator == null) {
      return null;
    }
    LineDimensions of = LineDimensions.read(line, indicator, today, unheard);
    return of.period() == null || of.accumulation() == null || of.measure() == null
        ? null
        : new Cell.Subject(
            indicator.indicator(),
            area,
            of.period().toString(),
            of.accumulation().name(),
            of.measure().name());
  }

  private static Cell notUtf8(byte[] bytes, long number, TidyCsvHeader header) {
    String guess = new String(bytes, Charset.forName("GB18030"));
    Fault fault =
        Fault.at(
            "not_utf8",
            Fault.Severity.reject,
            number,
            0,
            guess,
            "UTF-8",
            "第%d行不是UTF-8编码，按GB18030读出来是“%s”。请另存为UTF-8编码后重新报送".formatted(number, guess));
    return new Cell(
        number,
        number + ":" + header.column(header.figureColumn()),
        guess,
        guess,
        null,
        null,
        null,
        List.of(fault));
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
