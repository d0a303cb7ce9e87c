package org.diaodu.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.contract.View;
import org.diaodu.contract.ViewContract;
import org.diaodu.contract.ViewReader;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * What may stand next in a query: tables and views after FROM and JOIN, else the columns of those
 * that the query names, and the words of SQL.
 */
final class SqlCompleter implements Completer {
  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "HAVING",
          "LIMIT",
          "JOIN",
          "LEFT JOIN",
          "ON",
          "USING",
          "AS",
          "AND",
          "OR",
          "NOT",
          "IN",
          "IS NULL",
          "IS NOT NULL",
          "BETWEEN",
          "LIKE",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "DISTINCT",
          "DESC",
          "UNION ALL",
          "WITH",
          "OVER",
          "PARTITION BY",
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "round",
          "DATE",
          "DESCRIBE",
          "SHOW TABLES IN",
          "SHOW DATABASES",
          "help",
          "exit");

  private static final Pattern AFTER_FROM =
      Pattern.compile("(?is).*\\b(FROM|JOIN|DESCRIBE|IN)\\s+[\\w.]*$");

  private static final Pattern ALIAS =
      Pattern.compile("(?i)\\b(\\w+\\.\\w+)\\s+(?:AS\\s+)?(\\w+)\\b");

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    suggestions(line.line(), line.cursor(), line.word())
        .forEach(word -> candidates.add(new Candidate(word)));
  }

  /** The words that begin like the one at the cursor. */
  static List<String> suggestions(String statement, int cursor, String word) {
    String before = statement.substring(0, cursor);
    Stream<String> words =
        AFTER_FROM.matcher(before).matches()
            ? names()
            : Stream.concat(columns(statement, word), WORDS.stream());
    String begun = word.toLowerCase(Locale.ROOT);
    return words.filter(w -> w.toLowerCase(Locale.ROOT).startsWith(begun)).distinct().toList();
  }

  private static Stream<String> names() {
    return Stream.concat(
        Arrays.stream(Table.values()).map(Table::fullName),
        Arrays.stream(View.values()).map(View::fullName));
  }

  private static Stream<String> columns(String statement, String word) {
    int dot = word.lastIndexOf('.');
    if (dot < 0) {
      return SqlMistake.columns(statement).stream();
    }
    String alias = word.substring(0, dot);
    Matcher named = ALIAS.matcher(statement);
    while (named.find()) {
      if (named.group(2).equalsIgnoreCase(alias)) {
        return columns(named.group(1)).map(column -> alias + "." + column);
      }
    }
    return names();
  }

  private static Stream<String> columns(String name) {
    return Stream.concat(
        Table.fromFullName(name).stream()
            .flatMap(table -> ContractReader.read(table).columnNames().stream()),
        Arrays.stream(View.values())
            .filter(view -> view.fullName().equalsIgnoreCase(name))
            .flatMap(view -> ViewReader.read(view).columns().stream())
            .map(ViewContract.Column::name));
  }
}
