package org.diaodu.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.testing.BrowserPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The data dictionary as an analyst uses it. */
@Tag("browser")
class DictionaryPageTest {
  private static final Path FILE = Path.of("docs/data-dictionary.html").toAbsolutePath();
  private static BrowserPages pages;

  @BeforeAll
  static void browser() {
    pages = new BrowserPages();
  }

  @AfterAll
  static void close() {
    pages.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(pages.leave()).as("errors in the console, and requests to the network").isEmpty();
  }

  @Test
  void aColumnIsFoundByAChineseWord() {
    Page page = open(1300, 900);

    page.locator("#words").fill("首府比重");

    assertThat(visible(page, "main > section h2")).containsExactly("statistics.capital_share");
    assertThat(visible(page, "main > section tbody td:first-child")).contains("share_pct");
  }

  @Test
  void severalWordsNarrowTheSearchAndEscapeEndsIt() {
    Page page = open(1300, 900);

    page.keyboard().press("/");
    page.keyboard().type("growth yoy_published");
    assertThat(visible(page, "main > section tbody td:first-child"))
        .contains("yoy_published_pct")
        .doesNotContain("level_year_ago");
    assertThat(page.locator("#found").innerText()).matches("\\d+ 张表，\\d+ 列");

    page.keyboard().press("Escape");
    assertThat(visible(page, "main > section h2")).hasSizeGreaterThan(40);
  }

  @Test
  void aWordThatIsNowhereSaysSo() {
    Page page = open(1300, 900);

    page.locator("#words").fill("zzz");

    assertThat(page.locator("#nothing").isVisible()).isTrue();
  }

  @Test
  void noPageIsWiderThanAPhone() {
    Page page = open(390, 844);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsLeftOut(ColorScheme scheme) throws IOException {
    assertThat(BrowserPages.seriousFaults(pages.open(FILE, 1300, 900, scheme))).isEmpty();
  }

  private static Page open(int width, int height) {
    return pages.open(FILE, width, height, ColorScheme.LIGHT);
  }

  private static List<String> visible(Page page, String selector) {
    return page.locator(selector + ":visible").allInnerTexts();
  }
}
