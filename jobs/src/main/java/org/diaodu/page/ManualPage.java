package org.diaodu.page;

import java.util.List;
import java.util.Map;

/** The Chinese manual as one page, to search in; it needs no network. */
public final class ManualPage {
  private static final String ENDING = ".md";

  /** The first page says what the others are for. */
  private static final String FIRST = "README.md";

  /**
   * One chapter.
   *
   * @param id by which links lead to it
   * @param title its heading
   * @param html what stands below that
   */
  public record Chapter(String id, String title, String html) {}

  private ManualPage() {}

  /**
   * The page, which lies beside the folder of its chapters.
   *
   * @param pages text of each chapter in Markdown, by file name, in order
   * @throws IllegalArgumentException where a chapter has no title, or uses more of Markdown than
   *     the page shows
   */
  public static String html(Map<String, String> pages) {
    List<Chapter> chapters =
        pages.entrySet().stream()
            .sorted(
                Map.Entry.<String, String>comparingByKey(
                    java.util.Comparator.comparing((String name) -> !name.equals(FIRST))
                        .thenComparing(name -> name)))
            .map(page -> chapter(page.getKey(), page.getValue()))
            .toList();
    return PageTemplate.fill("page/manual.html.peb", "chapters", chapters);
  }

  private static Chapter chapter(String name, String text) {
    String[] parts = text.strip().split("\n", 2);
    if (!parts[0].startsWith("# ") || parts.length < 2) {
      throw new IllegalArgumentException(name + " has no title");
    }
    return new Chapter(
        id(name), parts[0].substring(2).strip(), PlainMarkdown.html(parts[1], ManualPage::link));
  }

  private static String id(String file) {
    return file.equals(FIRST) ? "first" : file.substring(0, file.length() - ENDING.length());
  }

  /** Chapters are on the page itself; all else is seen from one folder further up. */
  private static String link(String target) {
    String file = target.replaceFirst("#.*", "");
    if (!file.contains("/") && file.endsWith(ENDING)) {
      return "#" + id(file);
    }
    return target.startsWith("../") ? target.substring("../".length()) : target;
  }
}
