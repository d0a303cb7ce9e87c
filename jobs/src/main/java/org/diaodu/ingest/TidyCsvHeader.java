package org.diaodu.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.diaodu.text.DelimitedLine;
import org.diaodu.text.TextEncoding;

/**
 * The header of a tidy file: which column is where.
 *
 * @param separator between the fields
 * @param position position of each column, from 0
 * @param form what the lines are
 * @param fieldCount fields of a line, those that say nothing included
 * @param values the columns of figures; a line has a cell for each of them
 * @param unnamed positions of columns without a name, which must hold nothing
 * @param released the day on which the file was published, where something beside it says so; else
 *     null
 * @param encoding how the file's characters are written
 */
public record TidyCsvHeader(
    char separator,
    Map<String, Integer> position,
    Form form,
    int fieldCount,
    List<ValueColumn> values,
    List<Integer> unnamed,
    LocalDate released,
    TextEncoding encoding)
    implements Serializable {
  /** Keeps the positions as they are now. */
  public TidyCsvHeader {
    // Asked of every field of every line: no map is quicker.
    position = Collections.unmodifiableMap(new HashMap<>(position));
    values = List.copyOf(values);
    unnamed = List.copyOf(unnamed);
  }

  /** A header of figures that names all its columns. */
  TidyCsvHeader(char separator, Map<String, Integer> position) {
    this(separator, position, Form.figures);
  }

  /** A header that names all its columns. */
  TidyCsvHeader(char separator, Map<String, Integer> position, Form form) {
    this(
        separator,
        position,
        form,
        position.size(),
        List.of(ValueColumn.plain(position.getOrDefault(form.figure, 0))),
        List.of(),
        null,
        TextEncoding.utf_8);
  }

  /** What the lines of a file are. */
  public enum Form {
    /** Figures, in the columns of an observation. */
    figures("obs_value"),
    /** Figures, in the columns of an SDMX dataflow. */
    sdmx("OBS_VALUE"),
    /** Reports of how targets and tasks go. */
    progress("status");

    /** The column whose cell stands for the line. */
    private final String figure;

    Form(String figure) {
      this.figure = figure;
    }
  }

  static final List<String> REQUIRED =
      List.of("ref_area", "indicator", "time_period", "obs_value", "release_date");
  static final List<String> OPTIONAL =
      List.of(
          "accumulation",
          "measure",
          "unit",
          "obs_status",
          "note",
          "conf_status",
          "provenance",
          "source");

  private static final Pattern WHOLE_DAY =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{4}年\\d{1,2}月\\d{1,2}日");
  private static final List<String> FREE_TEXT = List.of("note", "evidence");

  /**
   * Reads a header line.
   *
   * @param line the first line that is not blank, without BOM and line end
   * @param number its number
   * @param faults gets everything that is wrong with it
   * @return the header; null where there is a fault
   */
  static TidyCsvHeader read(String line, long number, List<Fault> faults) {
    return HeaderReading.of(line, number, List.of(), null, faults);
  }

  /** This header, of a file in an encoding. */
  TidyCsvHeader in(TextEncoding other) {
    return new TidyCsvHeader(
        separator, position, form, fieldCount, values, unnamed, released, other);
  }

  /** Whether it is SDMX-CSV. */
  boolean sdmx() {
    return form == Form.sdmx;
  }

  /**
   * Whether a line that was not ended still says all that counts: it breaks off in free text, or
   * behind a date in a form of which no part is a date, as 2024/8/2 is of 2024/8/20.
   */
  boolean isWhole(String unended) {
    List<String> fields = DelimitedLine.split(unended, separator);
    String last = fields.get(fields.size() - 1).strip();
    return fields.size() == fieldCount
        && (isFreeText(fieldCount - 1)
            || (position.getOrDefault("release_date", -1) == fieldCount - 1
                && WHOLE_DAY.matcher(last).matches()));
  }

  /**
   * The fields of a line, one for each column: blank ones where a spreadsheet left out the last of
   * a line because they hold nothing. Columns that say anything of the figure are never made up.
   *
   * @return the fields as they are where they do not fit
   */
  List<String> fitted(List<String> fields) {
    if (fields.size() >= fieldCount) {
      return fields;
    }
    for (int column = fields.size(); column < fieldCount; column++) {
      if (!unnamed.contains(column) && !isFreeText(column)) {
        return fields;
      }
    }
    List<String> fitted = new ArrayList<>(fields);
    fitted.addAll(Collections.nCopies(fieldCount - fields.size(), ""));
    return fitted;
  }

  private boolean isFreeText(int column) {
    return FREE_TEXT.stream().anyMatch(name -> position.getOrDefault(name, -1) == column);
  }

  /** The column whose cell stands for the line, where it has one cell. */
  String figureColumn() {
    return form.figure;
  }

  /** Number of a column, from 1; 0 where the file does not have it. */
  int column(String name) {
    return position.getOrDefault(name, -1) + 1;
  }
}
