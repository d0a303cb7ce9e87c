package org.diaodu.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.testing.BrowserPages;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SamplePage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bulletin as somebody sees it: on phone, desk, wall and paper, in light and dark. */
@Tag("browser")
class BulletinLookTest {
  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)>=cmd()|'\u202e&" + "长".repeat(150);

  private static final String WIDEST_CHART =
      "Math.max(...Array.from(document.querySelectorAll('.chart svg'), s => s.clientWidth))";

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
  void everyChartHasATitleWithItsUnitAndItsFiguresInATable() {
    Page page = open(1440, 900);

    Locator charts = page.locator(".chart");
    assertThat(charts.count()).as("charts of course, share and ranks").isGreaterThanOrEqualTo(3);
    for (Locator chart : charts.all()) {
      assertThat(chart.getAttribute("role")).isEqualTo("img");
      assertThat(chart.getAttribute("aria-label")).isNotBlank();
      assertThat(chart.locator("svg").count()).as("drawn").isEqualTo(1);
      Locator figure = chart.locator("xpath=..");
      assertThat(figure.locator("figcaption").innerText()).matches("(?s).+（.+）.*");
      assertThat(figure.locator("details .figure").count()).isPositive();
    }
  }

  @Test
  void figuresInAChartAreSaidAsTheyArePrintedWithTheirMark() {
    Page page = open(1440, 900);
    Locator chart = page.locator("figure", within("各地同比"));

    assertThat(chart.locator("svg text").allTextContents()).contains("10.4", "5.0拟");
    assertThat(chart.locator("figcaption").innerText()).endsWith("含模拟数据");
  }

  @Test
  void aCourseHasItsTargetAndTheIntervalOfItsEstimate() {
    Page page = open(390, 844);
    Locator chart = page.locator("figure", within("累计同比走势"));

    assertThat(chart.locator("svg text").allTextContents()).contains("同比", "年度目标", "全年预计", "预计区间");
    assertThat(chart.locator("tbody th").allTextContents())
        .containsExactly("同比", "年度目标", "全年预计", "区间下限", "区间上限");
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

  @Test
  void chartsFitThePaperWhateverTheScreen() {
    Page page = open(3840, 2160);

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat((Integer) page.evaluate(WIDEST_CHART))
        .as("CSS pixels; A4 between its margins has 672")
        .isLessThanOrEqualTo(672);
    assertThat(page.locator("figure", within("各地同比")).isVisible())
        .as("a chart that only repeats a table is not printed")
        .isFalse();
  }

  @Test
  void theFirstColumnStaysInSightWhenATableIsScrolledOnAPhone() {
    Page page = open(390, 844);
    Locator table = page.locator(".scroll", within("总量（亿元）")).first();
    Locator area = table.locator("tbody td").first();
    double before = area.boundingBox().x;

    table.evaluate("table => table.scrollLeft = 150");

    assertThat((Integer) table.evaluate("table => table.scrollLeft")).isEqualTo(150);
    assertThat(area.boundingBox().x).as("the area stays in sight").isEqualTo(before);
  }

  @Test
  void onAWallLettersAreLargeAndSectionsStandInTwoColumns() {
    Page page = open(3840, 2160);

    assertThat(number(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")))
        .as("height of letters in pixels")
        .isGreaterThan(30);
    assertThat(page.locator("#s1").boundingBox().x)
        .as("the second section stands beside the first")
        .isGreaterThan(1920);
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1440, 900", "3840, 2160"})
  void thePageIsNeverWiderThanItsScreen(int width, int height) {
    Page page = open(width, height);

    assertThat(width(page)).isLessThanOrEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1440, 900, LIGHT", "1440, 900, DARK"})
  void axeFindsNoSeriousFault(int width, int height, ColorScheme scheme) throws IOException {
    Page page = open(width, height, scheme);
    assertThat(BrowserPages.seriousFaults(page)).isEmpty();
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
              const read = document.body.cloneNode(true);
              read.querySelectorAll('script').forEach(script => script.remove());
              const all = new Set(read.textContent.replace(/\\s/g, '') + '\\uE123');
              return [...all].filter(c => drawn(c) === box);
            }""");

    assertThat((List<?>) missing)
        .as("characters without a glyph, beside the one that no font has")
        .isEqualTo(List.of("\uE123"));
  }

  @Test
  void hostileNamesAreTextAndTheLayoutHolds(@TempDir Path other) throws IOException {
    Path hostile =
        SamplePage.write(
            other,
            SamplePage.core(Packs.THREELANDS, other.resolve("pack"))
                .edit("areas.csv", "T01,甲县", "T01,\"" + HOSTILE + "\"")
                .read());
    Page page = pages.open(hostile, 390, 844, ColorScheme.LIGHT);
    page.locator(".chart[aria-label*='各地同比']").hover();

    assertThat(page.locator("td img, main script, .chart img").count())
        .as("elements of a name, in tables, charts and what is told of a point")
        .isZero();
    assertThat(page.locator("td").allInnerTexts()).anyMatch(text -> text.contains("<script>"));
    assertThat(width(page)).isLessThanOrEqualTo(390);
  }

  private static Page.LocatorOptions within(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static int width(Page page) {
    return (Integer) page.evaluate("document.documentElement.scrollWidth");
  }

  private static double number(Object found) {
    return ((Number) found).doubleValue();
  }

  private static Page open(int width, int height) {
    return open(width, height, ColorScheme.LIGHT);
  }

  private static Page open(int width, int height, ColorScheme scheme) {
    return pages.open(file, width, height, scheme);
  }

  /** Of the paper, 0 to 255. */
  private static int brightness(Page page) {
    String colour =
        (String)
            page.evaluate("getComputedStyle(document.querySelector('section')).backgroundColor");
    return Integer.parseInt(colour.replaceAll("^rgba?\\((\\d+).*$", "$1"));
  }
}
