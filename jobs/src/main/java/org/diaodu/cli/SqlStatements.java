package org.diaodu.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Text cut into statements at each semicolon that stands neither in quotes nor in a comment, as
 * Spark SQL understands both.
 */
final class SqlStatements {
  private final String text;
  private final List<String> complete = new ArrayList<>();
  private int begin;
  private int at;

  private SqlStatements(String text) {
    this.text = text;
  }

  /** The statements without their semicolons; the last may lack its own. None is blank. */
  static List<String> of(String text) {
    SqlStatements statements = new SqlStatements(text);
    statements.cut();
    List<String> all = new ArrayList<>(statements.complete);
    all.add(text.substring(statements.begin));
    return all.stream().map(String::strip).filter(s -> !isBlank(s)).toList();
  }

  /** Whether nothing is left open: a semicolon follows whatever stands there. */
  static boolean isComplete(String text) {
    SqlStatements statements = new SqlStatements(text);
    statements.cut();
    return isBlank(text.substring(statements.begin));
  }

  private void cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"' || c == '`') {
        skipQuoted(c);
      } else if (text.startsWith("--", at)) {
        skipTo("\n");
      } else if (text.startsWith("/*", at)) {
        skipTo("*/");
      } else {
        at++;
        if (c == ';') {
          complete.add(text.substring(begin, at - 1));
          begin = at;
        }
      }
    }
  }

  private void skipQuoted(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      boolean escaped = text.charAt(at) == '\\' && quote != '`';
      at += escaped ? 2 : 1;
    }
    at = Math.min(at + 1, text.length());
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  /** Blank but for comments. */
  private static boolean isBlank(String statement) {
    return statement.replaceAll("(?s)/\\*.*?\\*/|--[^\\n]*(\\n|$)", "").isBlank();
  }
}
