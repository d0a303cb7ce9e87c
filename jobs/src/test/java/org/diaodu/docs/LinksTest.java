package org.diaodu.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every link of every page leads to a file that is there, and to a heading in it. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  private final Map<Path, Set<String>> anchors = new HashMap<>();

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : Documents.pages()) {
      Matcher link = LINK.matcher(Documents.withoutCode(page));
      while (link.find()) {
        links++;
        if (!leadsSomewhere(page, link.group(1))) {
          broken.add("%s: %s".formatted(page, link.group(1)));
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(links).as("links looked at").isGreaterThan(200);
  }

  private boolean leadsSomewhere(Path page, String target) {
    if (target.matches("(?:https?|mailto):.*")) {
      return true; // Others' pages come and go; the build asks no network.
    }
    String[] parts = target.split("#", 2);
    Path folder = page.getParent() == null ? Path.of("") : page.getParent();
    Path file = parts[0].isEmpty() ? page : folder.resolve(parts[0]).normalize();
    boolean isThere = Files.exists(file.toString().isEmpty() ? Path.of(".") : file);
    return isThere && (parts.length == 1 || hasAnchor(file, parts[1]));
  }

  private boolean hasAnchor(Path file, String anchor) {
    if (!file.toString().endsWith(".md")) {
      return Documents.text(file).contains("id=\"" + anchor + "\"");
    }
    return anchors
        .computeIfAbsent(file, LinksTest::anchorsOf)
        .contains(anchor.toLowerCase(Locale.ROOT));
  }

  /** As GitHub makes them: lower case, no punctuation, blanks as hyphens. */
  private static Set<String> anchorsOf(Path page) {
    return HEADING
        .matcher(Documents.text(page).replaceAll("(?ms)^```.*?^```$", ""))
        .results()
        .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}_ -]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
