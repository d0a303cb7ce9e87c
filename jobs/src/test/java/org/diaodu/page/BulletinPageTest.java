package org.diaodu.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.Chromium;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as somebody sees and uses it: opened from disk in a browser, with the network off. */
class BulletinPageTest {
  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)>=cmd()|'\u202e&" + "长".repeat(150);

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Path file;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void onePage() throws IOException {
    chromium = new Chromium();
    file = Files.writeString(folder.resolve("bulletin.html"), html(coreOfRetailSales()));
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @AfterEach
  void nothingWentWrong() {
    context.close();
    assertThat(complaints).as("errors in the console, and requests to the network").isEmpty();
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
    assertThat(chosen).as("the first area of the list").isEqualTo("甲县");
    assertThat(shown(page, "乙县")).as("rows of another area").isZero();
    assertThat(page.locator("#found").innerText()).startsWith("已隐去");
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
  void everyChartHasATitleWithItsUnitAndItsFiguresInATable() {
    Page page = open(1440, 900);

    Locator charts = page.locator(".chart");
    assertThat(charts.count()).as("charts of course, share and ranks").isGreaterThanOrEqualTo(3);
    for (Locator chart : charts.all()) {
      assertThat(chart.getAttribute("role")).isEqualTo("img");
      assertThat(chart.getAttribute("aria-label")).isNotBlank();
      assertThat(chart.locator("svg").count()).as("drawn").isEqualTo(1);
      Locator figure = chart.locator("xpath=..");
      assertThat(figure.locator("figcaption").innerText()).matches(".+（.+）");
      assertThat(figure.locator("details .figure").count()).isPositive();
    }
  }

  @Test
  void theSystemsDarkModeIsFollowedAndCanBeLeft() {
    Page page = open(1440, 900, ColorScheme.DARK);
    assertThat(brightness(page)).as("paper in the dark").isLessThan(60);

    page.locator("#theme").click();

    assertThat(brightness(page)).as("paper in the light").isGreaterThan(200);
  }

  @Test
  void aPrintedPageIsLightAndHasNoTools() {
    Page page = open(1440, 900, ColorScheme.DARK);

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.locator(".tools").isVisible()).isFalse();
    assertThat(brightness(page)).isGreaterThan(200);
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1440, 900", "3840, 2160"})
  void thePageIsNeverWiderThanItsScreen(int width, int height) {
    Page page = open(width, height);

    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1440, 900, LIGHT", "1440, 900, DARK"})
  void axeFindsNoSeriousFault(int width, int height, ColorScheme scheme) throws IOException {
    Page page = open(width, height, scheme);
    page.evaluate(resource("/axe.min.js"));

    Object found =
        page.evaluate(
            "async () => (await axe.run()).violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))");

    assertThat((List<?>) found).as("serious and critical faults").isEmpty();
  }

  @Test
  void everyCharacterHasAGlyph() {
    Page page = open(1440, 900);

    Object missing =
        page.evaluate(
            """
            () => {
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 40;
              const pen = canvas.getContext('2d', { willReadFrequently: true });
              const drawn = text => {
                pen.clearRect(0, 0, 40, 40);
                pen.font = '24px ' + getComputedStyle(document.body).fontFamily;
                pen.fillText(text, 4, 30);
                return pen.getImageData(0, 0, 40, 40).data.join();
              };
              const box = drawn('\\u{2FFFE}');
              const all = new Set(document.body.innerText.replace(/\\s/g, ''));
              return [...all].filter(c => drawn(c) === box);
            }""");

    assertThat((List<?>) missing).as("characters without a glyph").isEmpty();
  }

  @Test
  void hostileNamesAreTextAndTheLayoutHolds(@TempDir Path other) throws IOException {
    RegionPack pack =
        new PackCopy(Packs.THREELANDS, other.resolve("pack"))
            .edit("region.yaml", "time_zone:", "core_indicators: [retail_sales]\ntime_zone:")
            .edit("areas.csv", "T01,甲县", "T01,\"" + HOSTILE + "\"")
            .read();
    Path hostile = Files.writeString(other.resolve("hostile.html"), html(pack));
    Page page = open(hostile, 390, 844, ColorScheme.LIGHT);

    assertThat(page.locator("td img, main script").count()).as("elements of a name").isZero();
    assertThat(page.locator("td").allInnerTexts()).anyMatch(text -> text.contains("<script>"));
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
  }

  private Page open(int width, int height) {
    return open(width, height, ColorScheme.LIGHT);
  }

  private Page open(int width, int height, ColorScheme scheme) {
    return open(file, width, height, scheme);
  }

  private Page open(Path of, int width, int height, ColorScheme scheme) {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setOffline(true));
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
            complaints.add("request: " + request.url());
          }
        });
    page.navigate(of.toUri().toString());
    return page;
  }

  private static long shown(Page page, String area) {
    return page.locator("main tbody tr:visible[data-about]").all().stream()
        .filter(row -> row.locator("td").first().innerText().startsWith(area))
        .count();
  }

  /** Of the paper, 0 to 255. */
  private static int brightness(Page page) {
    String colour =
        (String)
            page.evaluate("getComputedStyle(document.querySelector('section')).backgroundColor");
    return Integer.parseInt(colour.replaceAll("^rgba?\\((\\d+).*$", "$1"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = BulletinPageTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static RegionPack coreOfRetailSales() throws IOException {
    return new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
        .edit("region.yaml", "time_zone:", "core_indicators: [retail_sales]\ntime_zone:")
        .read();
  }

  private static String html(RegionPack pack) {
    return DocumentPage.html(
        BulletinFixture.traced(
            new BulletinFixture(pack)
                .retailBefore("2024-04", "T00", "70", "6.2")
                .retailBefore("2024-05", "T00", "88", "6.6")
                .retail("T00", "107", "7", null)
                .retail("T01", "55.2", "10.4", "1", "contribution_pp", "5.2")
                .retail("T02", "31.5", "5", "2", "provenance", "simulated")
                .judged(
                    "X-1",
                    "T00",
                    "7",
                    "6",
                    "green",
                    "实际7.0%，要求不低于6.0%，已达到",
                    "projected",
                    "7.1",
                    "projected_low",
                    "6.4",
                    "projected_high",
                    "7.8",
                    "probability",
                    "97")
                .judged("X-1", "T01", "10.4", "6", "green", "实际10.4%，要求不低于6.0%，已达到")
                .judged("X-1", "T02", "5", "6", "yellow", "实际5.0%，要求不低于6.0%，未达到")
                .judged("X-2", "T00", "5.2", "7", "red", "实际5.2%，要求不低于7.0%，未达到")
                .shareBefore("2023-Q4", "50.1")
                .shareBefore("2024-Q1", "51.2")
                .share("51.588785", "1.588785")
                .problem("X-2", "T00", "实际4.9%，要求不低于7.0%，未达到")
                .owes("T02", "retail_sales", "2024-06", "5")
                .overall()));
  }
}
