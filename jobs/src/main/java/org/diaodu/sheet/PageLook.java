package org.diaodu.sheet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/** How the pieces of a web page look: what is not seen, what is struck out, what is a mark. */
final class PageLook {
  private static final Set<String> STRUCK = Set.of("s", "strike", "del");
  private static final Set<String> MARKS = Set.of("sup", "sub", "small", "a");
  private static final Set<String> PARTS_OF_TABLE = Set.of("td", "th", "tr");

  /** Rules of style sheets that are followed; a page with more is no table that people made. */
  private static final int RULES = 500;

  /** What is not seen: it is not there, or has no size. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0(?:\\.0*)?"
              + "|font-size:0(?:px|pt|em|rem|%)?|mso-hide:all)(?:!important)?(?:;|$)");

  private static final Pattern NO_SIZE =
      Pattern.compile("(?:^|;)(?:width|height):0(?:px|pt|em|%)?(?:!important)?(?:;|$)");
  private static final Pattern WHITE =
      Pattern.compile(
          "(?:^|;)color:(?:white|transparent|#fff(?:fff)?|rgb\\(255,255,255\\))(?:!important)?(?:;|$)");
  private static final Pattern BACKGROUND =
      Pattern.compile("(?:^|;)background(?:-color)?:(?!white|#fff(?:fff)?\\b|none|transparent)");
  private static final Pattern LINE_THROUGH =
      Pattern.compile("(?:^|;)text-decoration(?:-line)?:[^;]*line-through");
  private static final Pattern RAISED =
      Pattern.compile("(?:^|;)vertical-align:(?:super|sub|text-top|text-bottom)\\b");
  private static final Pattern SMALLER =
      Pattern.compile("(?:^|;)font-size:(?:smaller|x-small|xx-small|[1-8]?\\dpercent)\\b");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern COMMENT = Pattern.compile("<!--|-->|/\\*.*?\\*/", Pattern.DOTALL);

  private PageLook() {}

  /** Writes what the rules of a page's own style sheets say into the elements that they are for. */
  static void applyStyleSheets(Document page) {
    int followed = 0;
    for (Element sheet : page.select("style")) {
      Matcher rules = RULE.matcher(COMMENT.matcher(sheet.data()).replaceAll(" "));
      while (rules.find() && followed < RULES) {
        if (matters(style(rules.group(2)))) {
          followed++;
          apply(page, rules.group(1).strip(), rules.group(2));
        }
      }
    }
  }

  private static void apply(Document page, String selector, String declarations) {
    try {
      // What an element says of itself stands last and counts.
      page.select(selector).forEach(e -> e.attr("style", declarations + ";" + e.attr("style")));
    } catch (SelectorParseException notOfThisKind) {
      // A rule for something that has no elements, such as @page or :hover.
    }
  }

  private static boolean matters(String style) {
    return HIDDEN.matcher(style).find()
        || NO_SIZE.matcher(style).find()
        || WHITE.matcher(style).find()
        || BACKGROUND.matcher(style).find()
        || LINE_THROUGH.matcher(style).find()
        || RAISED.matcher(style).find()
        || SMALLER.matcher(style).find();
  }

  /** Whether an element takes no place at all. */
  static boolean isGone(Element element) {
    return element.hasAttr("hidden") || style(element).matches("(?:.*;)?display:none(?:[;!].*)?");
  }

  /** Whether what stands in an element is not seen. */
  static boolean isHidden(Element element) {
    String style = style(element);
    return element.hasAttr("hidden")
        || (!style.isEmpty() && (HIDDEN.matcher(style).find() || isWhiteOnWhite(element, style)));
  }

  /** A piece of a cell in the colour of the paper, as far as the page itself says its colours. */
  private static boolean isWhiteOnWhite(Element piece, String style) {
    return WHITE.matcher(style).find()
        && !PARTS_OF_TABLE.contains(piece.normalName())
        && piece.ownerDocument().selectFirst("link[rel=stylesheet]") == null
        && !coloured(piece)
        && piece.parents().stream().noneMatch(PageLook::coloured);
  }

  private static boolean coloured(Element element) {
    return element.hasAttr("bgcolor") || BACKGROUND.matcher(style(element)).find();
  }

  /** Whether a row or column is not seen, be it only without size. */
  static boolean isHiddenLine(Element line) {
    return isHidden(line)
        || NO_SIZE.matcher(style(line)).find()
        || line.attr("width").equals("0")
        || line.attr("height").equals("0");
  }

  /** How a piece of text looks that stands in an element of a cell, or in the cell itself. */
  static RichText.Look of(Element in, Element cell) {
    RichText.Look look = RichText.Look.plain;
    for (Element e = in; e != null; e = e.equals(cell) ? null : e.parent()) {
      String style = style(e);
      if (STRUCK.contains(e.normalName()) || LINE_THROUGH.matcher(style).find()) {
        return RichText.Look.struck;
      }
      boolean mark =
          !e.equals(cell)
              && (MARKS.contains(e.normalName())
                  || RAISED.matcher(style).find()
                  || SMALLER.matcher(style).find());
      look = mark ? RichText.Look.mark : look;
    }
    return look;
  }

  private static String style(Element element) {
    return style(element.attr("style"));
  }

  private static String style(String declarations) {
    if (declarations.isEmpty()) {
      return declarations;
    }
    return declarations
        .replaceAll("\\s", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("(?<=\\d)%", "percent");
  }
}
