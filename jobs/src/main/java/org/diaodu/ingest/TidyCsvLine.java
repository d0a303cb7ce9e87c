package org.diaodu.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Sources;
import org.diaodu.text.DelimitedLine;
import org.diaodu.text.TextEncoding;

/**
 * Reads the lines of tidy files for one region. Finds everything that is wrong with a line, not
 * only the first, and changes no figure but by exact unit conversion.
 */
final class TidyCsvLine implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final char REPLACED = '\uFFFD';

  private final RegionPack pack;
  private final LineNames names;
  private final Sources sources;
  private final LocalDate today;
  private final SdmxCsvLine sdmx;
  private final ProgressLine progress;

  TidyCsvLine(RegionPack pack, LocalDate today) {
    this.pack = pack;
    this.names = new LineNames(pack);
    this.sources = new Sources(pack);
    this.today = today;
    this.progress = new ProgressLine(pack, names, today);
    this.sdmx = new SdmxCsvLine(SdmxMappings.of(pack), today);
  }

  /** The region. */
  RegionPack pack() {
    return pack;
  }

  /**
   * The cells on a line, one for each column of figures; none where the line is blank.
   *
   * @param bytes the line without its end
   * @param number its number, from 1
   */
  List<Cell> read(byte[] bytes, long number, TidyCsvHeader header) {
    TextEncoding encoding = header.encoding();
    if (FileScan.isBlank(bytes, 0, bytes.length, encoding)) {
      return List.of();
    }
    String text = encoding.decode(bytes, 0, bytes.length);
    // The character that stands for bytes which are none may also have been written.
    if (text.indexOf(REPLACED) >= 0 && encoding.strict(bytes, 0, bytes.length).isEmpty()) {
      return otherEncoding(bytes, number, header);
    }
    LineFaults faults = new LineFaults(number);
    List<String> split = DelimitedLine.fields(text, header.separator());
    if (split == null) {
      faults.add("broken_quotes", 0, text, "引号成对，一条记录一行", "引号没有在本行内配对。请检查引号，一条记录写在一行内");
      return refused(header, number, text, faults.all());
    }
    List<String> fields = header.fitted(split);
    if (fields.size() != header.fieldCount()) {
      faults.add(
          "wrong_number_of_fields",
          0,
          String.valueOf(fields.size()),
          String.valueOf(header.fieldCount()),
          "本行有%d栏，表头有%d栏。请检查是否多了或少了分隔符；数字中的千分位逗号要加引号"
              .formatted(fields.size(), header.fieldCount()));
      return refused(header, number, text, faults.all());
    }
    for (int column : header.unnamed()) {
      if (!fields.get(column).isBlank()) {
        faults.add(
            "unnamed_column",
            column + 1,
            fields.get(column),
            "有列名的列",
            "这一列没有列名，却写了“%s”，不知道是什么。请在表头写上列名，或清空这一列".formatted(fields.get(column).strip()));
        return refused(header, number, text, faults.all());
      }
    }
    if (header.values().size() == 1) {
      ValueColumn value = header.values().get(0);
      String place = number + ":" + (value.at() + 1);
      return List.of(cell(new LineFields(header, fields, value), number, place, text, faults));
    }
    List<Cell> cells = new ArrayList<>(header.values().size());
    for (ValueColumn value : header.values()) {
      String place = number + ":" + (value.at() + 1);
      cells.add(
          cell(new LineFields(header, fields, value), number, place, text, new LineFaults(number)));
    }
    return toldOnce(cells);
  }

  /**
   * One cell of a line.
   *
   * @param line its fields, and which of them is the figure
   * @param number the place of the line in its file, from 1
   * @param place where the figure stands
   * @param record the line as it stands
   */
  Cell cell(LineFields line, long number, String place, String record, LineFaults faults) {
    TidyCsvHeader header = line.header();
    String raw = line.raw(header.figureColumn());
    if (header.form() == TidyCsvHeader.Form.progress) {
      Cell.Report report = progress.read(line, faults);
      return Cell.ofReport(
          number, place, record, raw, faults.rejected() ? null : report, faults.all());
    }
    LineFields tidy = line;
    if (header.sdmx()) {
      Optional<LineFields> mapped = sdmx.tidy(header, line.fields(), faults);
      if (mapped.isEmpty()) {
        return new Cell(number, place, record, raw, null, null, "other_slice", List.of());
      }
      if (faults.rejected()) {
        return new Cell(number, place, record, raw, null, null, null, faults.all());
      }
      tidy = mapped.get();
    }
    if (tidy.text("obs_value").isEmpty() && !LineDimensions.saysNoFigure(tidy)) {
      return new Cell(number, place, record, raw, null, subject(tidy), "empty_value", List.of());
    }
    Cell.Figure figure = figure(tidy, faults);
    return new Cell(
        number,
        place,
        record,
        raw,
        faults.rejected() ? null : figure,
        faults.all().isEmpty() ? null : subject(tidy),
        null,
        faults.all());
  }

  /** All cells of a line that cannot be taken apart; the first says why. */
  private static List<Cell> refused(
      TidyCsvHeader header, long number, String text, List<Fault> faults) {
    List<Cell> cells = new ArrayList<>();
    for (ValueColumn value : header.values()) {
      String place = number + ":" + (value.at() + 1);
      cells.add(new Cell(number, place, text, text, null, null, null, faults));
    }
    return toldOnce(cells);
  }

  /** What is wrong with the line, and so with all of its cells, is said at the first. */
  static List<Cell> toldOnce(List<Cell> cells) {
    if (cells.size() == 1) {
      return cells;
    }
    Set<Fault> told = new HashSet<>();
    return cells.stream().map(c -> c.with(c.faults().stream().filter(told::add).toList())).toList();
  }

  /** The figure that the fields of a record say; null, with faults, where they do not. */
  Cell.Figure figure(LineFields line, LineFaults faults) {
    TimePeriod period = period(line);
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
        sources.other(line.text("source"), indicator).orElse(null),
        emptyToNull(line.text("note")));
  }

  /** What the fields are about; null where one of the dimensions is not known. */
  Cell.Subject subject(LineFields line) {
    LineFaults unheard = new LineFaults(0);
    TimePeriod period = period(line);
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

  /** The period of a line, by which its names are understood; null where it states none. */
  private TimePeriod period(LineFields line) {
    Indicator named = names.indicator(line, null, new LineFaults(0));
    return PeriodOfLine.of(line, named);
  }

  private static List<Cell> otherEncoding(byte[] bytes, long number, TidyCsvHeader header) {
    boolean utf8 = header.encoding() == TextEncoding.utf_8;
    String guess = TextEncoding.gb18030.decode(bytes, 0, bytes.length);
    Fault fault =
        utf8
            ? Fault.at(
                "not_utf8",
                Fault.Severity.reject,
                number,
                0,
                guess,
                "UTF-8",
                "第%d行不是UTF-8编码，按GB18030读出来是“%s”，而别的行是UTF-8编码。请把整个文件另存为一种编码后重新报送"
                    .formatted(number, guess))
            : Fault.at(
                "not_text",
                Fault.Severity.reject,
                number,
                0,
                header.encoding().decode(bytes, 0, bytes.length),
                header.encoding().label(),
                "第%d行有不是%s编码的字符。请改正这一行，或另存为UTF-8编码后重新报送"
                    .formatted(number, header.encoding().label()));
    return refused(header, number, guess, List.of(fault));
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
