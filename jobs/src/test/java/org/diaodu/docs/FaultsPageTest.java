package org.diaodu.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of fault codes, held against the program that gives them and the English page. */
class FaultsPageTest {
  private static final Path PAGE = Path.of("docs/zh/faults.md");
  private static final Pattern CODE =
      Pattern.compile("`([a-z0-9]+(?:_[a-z0-9]+)+|rounded|macros)`");

  /** Where a fault is given its code. */
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?:faults\\s*\\.add|refuse|refused|UnreadableSheetException|Discrepancy|Doubt|unknown|warn"
              + "|remark|whole|fault|FormRemark)\\(\\s*\"([a-z]+(?:_[a-z]+)+)\"");

  /** Names of columns, which the same calls take, too. */
  private static final Set<String> COLUMNS =
      Set.of("ref_area", "time_period", "release_date", "days_after_period");

  @Test
  void everyCodeThatIsGivenIsExplained() throws IOException {
    Set<String> given = new TreeSet<>();
    for (String stage : List.of("ingest", "layout", "sheet", "form", "hold", "validation")) {
      given.addAll(found(GIVEN, sources(stage)));
    }
    given.removeAll(COLUMNS);

    assertThat(given).hasSizeGreaterThan(50);
    assertThat(found(CODE, firstColumns(PAGE, ""))).containsAll(given);
  }

  @Test
  void everyCodeOfTheEnglishPageIsExplained() {
    String english =
        firstColumns(Path.of("docs/landing-files.md"), "## What is refused, what held");

    assertThat(found(CODE, firstColumns(PAGE, ""))).containsAll(found(CODE, english));
  }

  @Test
  void nothingIsExplainedThatIsNotGiven() throws IOException {
    String program = "";
    for (String stage :
        List.of("ingest", "layout", "sheet", "form", "hold", "validation", "night")) {
      program += sources(stage);
    }
    String text = program;

    assertThat(found(CODE, firstColumns(PAGE, "")))
        .allSatisfy(
            code ->
                assertThat(
                        text.contains("\"" + code + "\"")
                            || text.contains(code + "(")
                            || text.contains(" " + code + ",")
                            || text.contains("\"" + code.split("_")[0] + "_\""))
                    .as("%s is given somewhere", code)
                    .isTrue());
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult code) -> code.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first cells of the tables of a page, from a heading to the next of its level. */
  private static String firstColumns(Path page, String heading) {
    String text = Documents.text(page);
    int from = text.indexOf(heading);
    int to = heading.isEmpty() ? -1 : text.indexOf("\n## ", from + 1);
    int end = to < 0 ? text.length() : text.indexOf("\n## ", to + 1);
    return text.substring(from, end < 0 ? text.length() : end)
        .lines()
        .filter(line -> line.startsWith("|"))
        .map(line -> line.split("\\|")[1])
        .collect(Collectors.joining("\n"));
  }

  private static String sources(String stage) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("jobs/src/main/java/org/diaodu", stage))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
