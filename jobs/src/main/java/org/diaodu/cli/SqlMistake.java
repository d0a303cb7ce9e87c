package org.diaodu.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.contract.View;
import org.diaodu.contract.ViewContract;
import org.diaodu.contract.ViewReader;
import org.diaodu.text.DisplayWidth;
import org.diaodu.text.EditDistance;

/** A mistake in a query, told in Chinese: what is wrong, the word that it is about, what to do. */
final class SqlMistake {
  private static final int SUGGESTED = 3;

  private SqlMistake() {}

  /** What Spark found; empty where the failure is none of the query's. */
  static Optional<String> told(String sql, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable found && found.getCondition() != null) {
        String what = what(sql, found);
        return Optional.of(what + pointedAt(sql, found));
      }
    }
    return Optional.empty();
  }

  private static String what(String sql, SparkThrowable found) {
    Map<String, String> of = found.getMessageParameters();
    String condition = found.getCondition();
    return switch (condition.replaceFirst("\\..*", "")) {
      case "PARSE_SYNTAX_ERROR" -> syntax(of);
      case "INVALID_IDENTIFIER" ->
          "“%s”不是英文字母、数字和下划线，请放在反引号里：`%s`。".formatted(of.get("ident"), of.get("ident"));
      case "TABLE_OR_VIEW_NOT_FOUND" -> noTable(plain(of.get("relationName")));
      case "UNRESOLVED_COLUMN" -> noColumn(sql, plain(of.get("objectName")));
      case "UNRESOLVED_ROUTINE" -> "没有函数“%s”。".formatted(plain(of.get("routineName")));
      case "AMBIGUOUS_REFERENCE" ->
          "“%s”不止一处有，请写明是哪一个：%s。"
              .formatted(
                  plain(of.get("name")),
                  plain(of.get("referenceNames")).replaceAll("[\\[\\]]", ""));
      case "MISSING_GROUP_BY" -> "有汇总函数，又有没汇总的列：请把没汇总的列写进GROUP BY。";
      case "MISSING_AGGREGATION" ->
          "“%s”既没有写进GROUP BY，也没有汇总。".formatted(plain(of.get("expression")));
      case "INVALID_WHERE_CONDITION" -> "WHERE里不能用汇总函数，请改用HAVING。";
      case "WRONG_NUM_ARGS" ->
          "函数%s要%s个参数，写了%s个。"
              .formatted(plain(of.get("functionName")), of.get("expectedNum"), of.get("actualNum"));
      case "DATATYPE_MISMATCH" -> "类型不合：%s。".formatted(plain(of.get("sqlExpr")));
      case "NUM_COLUMNS_MISMATCH" -> "各部分的列数不一样，%s两边的列数要相同。".formatted(of.get("operator"));
      case "DIVIDE_BY_ZERO" -> "除数是零。用try_divide，除数为零时结果为空。";
      case "CAST_INVALID_INPUT" ->
          "%s不能变成%s。用try_cast，不能变时结果为空。"
              .formatted(of.get("expression"), of.get("targetType").replace("\"", ""));
      case "SPARK_JOB_CANCELLED" -> "查询已中断。";
      default -> "查询不成立：%s".formatted(message(found));
    };
  }

  private static String syntax(Map<String, String> of) {
    String word = of.get("error").replaceAll("^'|'$", "");
    String at = word.equals("end of input") ? "语法不对：没有写完" : "语法不对：看不懂“%s”".formatted(word);
    String missing = of.getOrDefault("hint", "").replaceFirst(".*missing ", "");
    return missing.isEmpty() ? at + "。" : "%s，它前面缺少 %s".formatted(at, missing);
  }

  private static String noTable(String name) {
    List<String> known =
        Stream.concat(
                Arrays.stream(Table.values()).map(Table::fullName),
                Arrays.stream(View.values()).map(View::fullName))
            .toList();
    String list = "全部的表用 SHOW TABLES IN statistics 等查看，说明见docs/data-dictionary.md。";
    return "没有表“%s”。%s%s".formatted(name, nearest("相近的", name, known), list);
  }

  private static String noColumn(String sql, String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    // Elsewhere a text may stand so, and in Spark's own default.
    String text = sql.contains("\"" + last + "\"") ? "双引号里的是名称，文字写在单引号里：'%s'。".formatted(last) : "";
    return "没有列“%s”。%s%s".formatted(name, text, nearest("相近的", last, columns(sql)));
  }

  /** The columns of the tables and views that a query names. */
  static List<String> columns(String sql) {
    Stream<String> tables =
        Arrays.stream(Table.values())
            .filter(table -> sql.contains(table.fullName()))
            .flatMap(table -> ContractReader.read(table).columnNames().stream());
    Stream<String> views =
        Arrays.stream(View.values())
            .filter(view -> sql.contains(view.fullName()))
            .flatMap(view -> ViewReader.read(view).columns().stream())
            .map(ViewContract.Column::name);
    return Stream.concat(tables, views).distinct().toList();
  }

  private static String nearest(String label, String name, List<String> known) {
    String found =
        known.stream()
            .filter(k -> isNear(name, k))
            .sorted(Comparator.comparingInt(k -> EditDistance.between(name, k)))
            .limit(SUGGESTED)
            .collect(Collectors.joining("、"));
    return found.isEmpty() ? "" : "%s：%s。".formatted(label, found);
  }

  private static boolean isNear(String name, String known) {
    boolean part = name.length() > 2 && (known.contains(name) || name.contains(known));
    return part || EditDistance.between(name, known) <= Math.max(1, name.length() / 3);
  }

  private static String plain(String name) {
    return name.replace("`", "").replace("\"", "");
  }

  private static String message(SparkThrowable found) {
    String text = ((Throwable) found).getMessage();
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("")
        .replaceFirst("^\\[[A-Z_.]+] ", "");
  }

  /** The line that the mistake is in, and marks below the words. */
  private static String pointedAt(String sql, SparkThrowable found) {
    if (found instanceof ParseException parse
        && parse.start().line().isDefined()
        && parse.start().startPosition().isDefined()) {
      int line = (Integer) parse.start().line().get();
      int position = (Integer) parse.start().startPosition().get();
      Map<String, String> of = found.getMessageParameters();
      String word = of.getOrDefault("error", of.getOrDefault("ident", "")).replace("'", "");
      return marked(sql.lines().toList().get(line - 1), position, Math.max(1, word.length()));
    }
    return Arrays.stream(found.getQueryContext())
        .filter(context -> context.contextType() == QueryContextType.SQL)
        .filter(context -> context.objectType().isEmpty() && context.startIndex() >= 0)
        .filter(context -> context.stopIndex() < sql.length())
        .findFirst()
        .map(context -> marked(sql, context))
        .orElse("");
  }

  private static String marked(String sql, QueryContext context) {
    int begin = sql.lastIndexOf('\n', Math.max(0, context.startIndex() - 1)) + 1;
    if (context.startIndex() == 0) {
      begin = 0;
    }
    int end = sql.indexOf('\n', context.startIndex());
    String line = sql.substring(begin, end < 0 ? sql.length() : end);
    int length = context.stopIndex() - context.startIndex() + 1;
    return marked(line, context.startIndex() - begin, length);
  }

  private static String marked(String line, int position, int length) {
    int from = Math.min(position, line.length());
    String word = line.substring(from, Math.min(line.length(), from + length));
    String blanks = " ".repeat(DisplayWidth.of(line.substring(0, from)));
    String marks = "^".repeat(Math.max(1, DisplayWidth.of(word)));
    return "%n  %s%n  %s%s".formatted(line, blanks, marks);
  }
}
