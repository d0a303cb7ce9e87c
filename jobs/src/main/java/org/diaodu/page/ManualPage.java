package org.diaodu.page;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

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

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser MARKDOWN = Parser.builder().extensions(TABLES).build();

  /** Between Chinese words the end of a line is no blank. */
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).softbreak("").build();

  private ManualPage() {}

  /**
   * The page, which lies beside the folder of its chapters.
   *
   * @param pages text of each chapter in Markdown, by file name, in order
   * @throws IllegalArgumentException where a chapter has no title
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
    Node chapter = MARKDOWN.parse(parts[1]);
    chapter.accept(new OnOnePage());
    return new Chapter(id(name), parts[0].substring(2).strip(), HTML.render(chapter));
  }

  /** A chapter below the page's own title, with links that hold there, and without comments. */
  private static final class OnOnePage extends AbstractVisitor {
    @Override
    public void visit(Heading heading) {
      heading.setLevel(heading.getLevel() + 1);
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      link.setDestination(ManualPage.link(link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(ManualPage.link(image.getDestination()));
      visitChildren(image);
    }

    @Override
    public void visit(HtmlBlock html) {
      if (html.getLiteral().startsWith("<!--")) {
        html.unlink();
      }
    }
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
