package org.diaodu.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a delimited file, with quotes as RFC 4180 has them. A record is one line: a quote
 * that is not closed on its line is a fault of that line alone and never swallows the lines after
 * it.
 */
public final class DelimitedLine {
  private DelimitedLine() {}

  /** The fields; null where a quote is not closed or text follows a closing one. */
  public static List<String> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    if (line.indexOf('"') < 0) {
      int start = 0;
      for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
        fields.add(line.substring(start, end));
        start = end + 1;
      }
      fields.add(line.substring(start));
      return fields;
    }
    StringBuilder field = new StringBuilder();
    int i = 0;
    while (true) {
      field.setLength(0);
      if (i < line.length() && line.charAt(i) == '"') {
        i++;
        while (true) {
          if (i >= line.length()) {
            return null;
          }
          char c = line.charAt(i++);
          if (c != '"') {
            field.append(c);
          } else if (i < line.length() && line.charAt(i) == '"') {
            field.append('"');
            i++;
          } else {
            break;
          }
        }
        if (i < line.length() && line.charAt(i) != separator) {
          return null;
        }
      } else {
        while (i < line.length() && line.charAt(i) != separator) {
          field.append(line.charAt(i++));
        }
      }
      fields.add(field.toString());
      if (i >= line.length()) {
        return fields;
      }
      i++;
    }
  }

  /** The fields; where the quotes are wrong, split at every separator. */
  public static List<String> split(String line, char separator) {
    List<String> fields = fields(line, separator);
    return fields != null ? fields : List.of(line.split(String.valueOf(separator), -1));
  }
}
