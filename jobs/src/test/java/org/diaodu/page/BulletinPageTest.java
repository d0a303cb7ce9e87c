package org.diaodu.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.testing.BrowserPages;
import org.diaodu.testing.SamplePage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A bulletin as somebody uses it: figures followed, rows chosen and sorted, by mouse and by keys.
 */
@Tag("browser")
class BulletinPageTest {
  @TempDir private static Path folder;
  private static BrowserPages pages;
  private static Path file;

  @BeforeAll
  static void onePage() throws IOException {
    pages = new BrowserPages();
    file = SamplePage.write(folder);
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
  void aClickOnAFigureOpensWhatItCameFrom() {
    Page page = open(1440, 900);

    page.locator("td .figure", new Page.LocatorOptions().setHasText("55.20")).first().click();

    assertThat(page.locator("dialog#trace").isVisible()).isTrue();
    assertThat(page.locator("#trace-body").innerText())
        .contains("growth/retail_sales/T01/M/YTD/2024-06/level", "retail.csv", "2:6", "55.2");
  }

  @Test
  void aFigureIsReachedOpenedAndLeftByKeyboardAlone() {
    Page page = open(1440, 900);
    page.locator("td .figure").first().focus();

    page.keyboard().press("Enter");
    assertThat(page.locator("dialog#trace").isVisible()).isTrue();
    page.keyboard().press("Escape");

    assertThat(page.locator("dialog#trace").isVisible()).isFalse();
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("figure");
    assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .as("what has the focus is to be seen")
        .isEqualTo("solid");
  }

  @Test
  void theFirstStopOfTheKeyboardLeadsToTheText() {
    Page page = open(1440, 900);

    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    assertThat(page.url()).endsWith("#content");
  }

  @Test
  void rowsAreChosenByMouse() {
    Page page = open(1440, 900);

    page.locator("select[data-choice='地区']").selectOption("乙县");

    assertThat(shown(page, "甲县")).as("rows of another area").isZero();
    assertThat(shown(page, "乙县")).as("rows of the area").isPositive();
    page.locator("#clear").click();
    assertThat(shown(page, "甲县")).as("rows once the choice is cleared").isPositive();
  }

  @Test
  void rowsAreChosenByKeyboardAlone() {
    Page page = open(1440, 900);

    page.locator("select[data-choice='地区']").focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Tab");

    String chosen = page.locator("select[data-choice='地区']").inputValue();
    assertThat(chosen).as("the first area of the list: it has the worst light").isEqualTo("乙县");
    assertThat(shown(page, "甲县")).as("rows of another area").isZero();
    assertThat(page.locator("#found").innerText()).startsWith("已隐去");
  }

  @Test
  void aTileOpensItsAreaAndTheAddressKeepsIt() {
    Page page = open(1440, 900);

    page.locator(".tile", new Page.LocatorOptions().setHasText("乙县")).click();

    assertThat(page.url()).endsWith("#T02");
    assertThat(shown(page, "甲县")).as("rows of another area").isZero();
    page.reload();
    assertThat(page.locator("select[data-choice='地区']").inputValue()).isEqualTo("乙县");
    assertThat(shown(page, "甲县")).as("rows of another area after a reload").isZero();
    page.locator("#clear").click();
    assertThat(page.url()).doesNotContain("#");
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 720", "2560, 1440"})
  void theFirstScreenShowsEveryArea(int width, int height) {
    Page page = open(width, height);

    for (String area : List.of("甲县", "乙县", "丙县")) {
      BoundingBox tile =
          page.locator(".tile", new Page.LocatorOptions().setHasText(area)).boundingBox();
      assertThat(tile.y + tile.height).as(area).isLessThan(height);
    }
  }

  @Test
  void rowsAreFoundByTheirWords() {
    Page page = open(1440, 900);

    page.locator("#find").fill("乙县");

    assertThat(shown(page, "甲县")).isZero();
    assertThat(shown(page, "乙县")).isPositive();
  }

  @Test
  void aTableIsSortedByItsFiguresAndWhatHasNoneComesLast() {
    Page page = open(1440, 900);
    Locator table =
        page.locator("main table", new Page.LocatorOptions().setHasText("总量（亿元）")).first();
    Locator head = table.locator("thead .sort", new Locator.LocatorOptions().setHasText("总量"));

    head.click();
    assertThat(table.locator("tbody td:first-child").allInnerTexts()).startsWith("乙县", "甲县", "丙县");
    head.press("Enter");

    assertThat(table.locator("tbody td:first-child").allInnerTexts()).startsWith("甲县", "乙县", "丙县");
    assertThat(table.locator("th[aria-sort=descending]").innerText()).startsWith("总量");
  }

  @Test
  void rowsAreChosenByTheirLight() {
    Page page = open(1440, 900);

    page.locator("select[data-choice='亮灯']").selectOption("红灯");

    assertThat(page.locator("tr[data-about*='亮灯']:visible .light").allInnerTexts())
        .as("lights of the rows that are left")
        .isNotEmpty()
        .allMatch(light -> light.endsWith("红灯"));
  }

  @Test
  void aTableWithoutARowThatWasAskedForSaysSo() {
    Page page = open(1440, 900);
    Locator said = page.locator(".nothing");

    page.locator("#find").fill("没有这样的字");
    assertThat(said.count()).isEqualTo(page.locator("section > .scroll").count());
    assertThat(said.first().innerText()).isEqualTo("没有符合条件的行。");
    page.locator("#clear").click();

    assertThat(said.count()).isZero();
  }

  @Test
  void aClickOnABarOpensWhatItCameFrom() {
    Page page = open(1440, 900);
    Locator label = page.locator(".chart[aria-label*='各地同比'] svg text");

    label.filter(new Locator.FilterOptions().setHasText("10.4")).click();

    assertThat(page.locator("#trace-body").innerText())
        .contains("growth/retail_sales/T01/M/YTD/2024-06/yoy_pct");
  }

  private static Page open(int width, int height) {
    return pages.open(file, width, height, ColorScheme.LIGHT);
  }

  private static long shown(Page page, String area) {
    return page.locator("main tbody tr:visible[data-about]").all().stream()
        .filter(row -> row.locator("td").first().innerText().startsWith(area))
        .count();
  }
}
