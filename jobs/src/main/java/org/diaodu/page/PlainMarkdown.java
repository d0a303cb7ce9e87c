package org.diaodu.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The Markdown of the manual as HTML: headings, paragraphs, lists of one level, tables, blocks and
 * spans of code, bold, and links. A page that uses more is refused, so that nothing is shown wrong.
 */
final class PlainMarkdown {
  private static final Pattern INLINE =
      Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(#{1,3}) (.+)");
  private static final Pattern UNKNOWN =
      Pattern.compile("(?:>|#{4,}|\\d+\\.|\\* |!\\[|<(?!!--)).*");

  private final List<String> lines;
  private final UnaryOperator<String> link;
  private final StringBuilder html = new StringBuilder();
  private int at;

  private PlainMarkdown(String markdown, UnaryOperator<String> link) {
    this.lines = markdown.lines().toList();
    this.link = link;
  }

  /**
   * The HTML of a text.
   *
   * @param link what a link of the text leads to
   * @throws IllegalArgumentException where it uses more than this knows, with the line
   */
  static String html(String markdown, UnaryOperator<String> link) {
    PlainMarkdown page = new PlainMarkdown(markdown, link);
    while (page.at < page.lines.size()) {
      page.block();
    }
    return page.html.toString();
  }

  private void block() {
    String line = lines.get(at);
    Matcher heading = HEADING.matcher(line);
    if (line.isBlank() || line.startsWith("<!--")) {
      at++;
    } else if (line.startsWith("```")) {
      at++;
      tag("pre", "<code>" + escaped(String.join("\n", until("```"))) + "</code>");
      at++;
    } else if (heading.matches()) {
      at++;
      tag("h" + (heading.group(1).length() + 1), inline(heading.group(2)));
    } else if (line.startsWith("|")) {
      table(whileIn("|"));
    } else if (line.startsWith("- ")) {
      String items =
          whileIn("- ").stream()
              .map(item -> "<li>" + inline(item.substring(2)) + "</li>")
              .collect(Collectors.joining("\n"));
      tag("ul", items);
    } else if (UNKNOWN.matcher(line).matches()) {
      throw new IllegalArgumentException(
          "Line %d of the page is no plain Markdown: %s".formatted(at + 1, line));
    } else {
      tag("p", inline(String.join("", paragraph())));
    }
  }

  private List<String> paragraph() {
    List<String> text = new ArrayList<>();
    while (at < lines.size() && !lines.get(at).isBlank() && !lines.get(at).startsWith("|")) {
      text.add(lines.get(at++));
    }
    return text;
  }

  private List<String> until(String end) {
    List<String> text = new ArrayList<>();
    while (at < lines.size() && !lines.get(at).startsWith(end)) {
      text.add(lines.get(at++));
    }
    return text;
  }

  private List<String> whileIn(String start) {
    List<String> text = new ArrayList<>();
    while (at < lines.size() && lines.get(at).startsWith(start)) {
      text.add(lines.get(at++));
    }
    return text;
  }

  /** The first row is the header, the second draws a line. */
  private void table(List<String> rows) {
    String body =
        IntStream.range(2, rows.size())
            .mapToObj(row -> row("td", rows.get(row)))
            .collect(Collectors.joining("\n"));
    tag("table", "<thead>" + row("th", rows.get(0)) + "</thead>\n<tbody>\n" + body + "\n</tbody>");
  }

  private String row(String cell, String line) {
    String cells = line.strip().replaceAll("^\\||\\|$", "");
    return List.of(cells.split("\\|", -1)).stream()
        .map(text -> "<%s>%s</%s>".formatted(cell, inline(text.strip()), cell))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private String inline(String text) {
    StringBuilder shown = new StringBuilder();
    int from = 0;
    Matcher span = INLINE.matcher(text);
    while (span.find()) {
      shown.append(escaped(text.substring(from, span.start())));
      from = span.end();
      if (span.group(1) != null) {
        shown.append("<code>").append(escaped(span.group(1))).append("</code>");
      } else if (span.group(2) != null) {
        shown.append("<b>").append(inline(span.group(2))).append("</b>");
      } else {
        shown
            .append("<a href=\"")
            .append(escaped(link.apply(span.group(4))))
            .append("\">")
            .append(inline(span.group(3)))
            .append("</a>");
      }
    }
    return shown.append(escaped(text.substring(from))).toString();
  }

  private void tag(String name, String inside) {
    html.append('<').append(name).append('>').append(inside);
    html.append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
