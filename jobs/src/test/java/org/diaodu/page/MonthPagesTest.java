package org.diaodu.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.BrowserPages;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.trace.TracedDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two months in a folder, opened from disk with the network off: in May 甲县 has a red light, in June
 * none any more.
 */
@Tag("browser")
class MonthPagesTest {
  private static final TimePeriod MAY = TimePeriod.of("2024-05");
  private static final TimePeriod JUNE = TimePeriod.of("2024-06");

  @TempDir private static Path folder;
  private static BrowserPages pages;

  @BeforeAll
  static void twoMonths() throws IOException {
    RegionPack pack =
        new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
            .edit("region.yaml", "time_zone:", "core_indicators: [retail_sales]\ntime_zone:")
            .read();
    put(MAY, bulletin(pack, "red"), List.of());
    put(JUNE, bulletin(pack, "green"), List.of("2024-05.js", "readme.txt"));
    pages = new BrowserPages();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(pages.leave()).as("errors, and requests to the network").isEmpty();
  }

  @AfterAll
  static void close() {
    pages.close();
  }

  @Test
  void aMonthIsSmallAndTheLibraryIsThereOnce() throws IOException {
    assertThat(Files.size(folder.resolve("2024-06.html"))).isLessThan(300_000);
    assertThat(Files.size(folder.resolve("data/2024-06.js"))).isLessThan(10_000);
    assertThat(Files.readString(folder.resolve("2024-06.html"))).doesNotContain("Apache Software");
  }

  @Test
  void theFirstPageLeadsToEveryMonthTheNewestFirst() {
    Page page = pages.open(folder.resolve("index.html"), 390, 844, ColorScheme.LIGHT);

    assertThat(page.locator(".tile").allInnerTexts()).containsExactly("2024年6月", "2024年5月");
    page.locator(".tile").first().click();
    assertThat(page.locator("h1").innerText()).contains("2024年6月");
  }

  @Test
  void theMonthIsChangedAndTheAreaStaysOpen() {
    Page page = open("2024-06.html#T01");

    page.locator("#months select").selectOption("2024-05");
    page.waitForURL("**/2024-05.html#T01");
    page.locator("#months[data-ready]").waitFor();
    assertThat(page.locator(".tile[aria-current=true]").innerText()).contains("甲县");
    page.reload();
    assertThat(page.locator(".tile[aria-current=true]").innerText()).contains("甲县");
  }

  @Test
  void aTileSaysWhatItWasInTheMonthBefore() {
    Page page = open("2024-06.html");

    assertThat(page.locator(".tile[href='#T01']").innerText()).contains("绿1", "上月 红1");
  }

  @Test
  void theCourseOfALightIsThatOfTheOpenedAreaOrOfTheWhole() {
    Page page = open("2024-06.html#T01");

    assertThat(page.locator("#trend h2").innerText()).isEqualTo("甲县亮灯走势");
    assertThat(page.locator("#trend thead th").allInnerTexts())
        .containsExactly("目标", "2024年5月", "2024年6月");
    assertThat(page.locator("#trend tbody tr").first().locator("th, td").allInnerTexts())
        .containsExactly("社零增速", "■红灯", "●绿灯");
    page.locator("#clear").click();
    assertThat(page.locator("#trend h2").innerText()).isEqualTo("全地区亮灯走势");
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800", "2560, 1440"})
  void everyAreaIsOnTheFirstScreen(int width, int height) {
    Page page = pages.open(folder.resolve("2024-06.html"), width, height, ColorScheme.LIGHT);
    page.locator("#months[data-ready]").waitFor();

    for (var tile : page.locator(".tile").all()) {
      var box = tile.boundingBox();
      assertThat(box.y + box.height).as(tile.innerText()).isLessThanOrEqualTo(height);
      assertThat(box.x + box.width).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void aKeyboardReachesAFigureOfAnAreaWithinFifteenStops() {
    Page page = open("2024-06.html#T01");
    int stops = 0;
    boolean found = false;
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    while (!found && stops < 15) {
      page.keyboard().press("Tab");
      stops++;
      found = (Boolean) page.evaluate("document.activeElement.matches('.figure')");
    }
    assertThat(found).as("a figure after %d stops", stops).isTrue();
  }

  @Test
  void axeFindsNoSeriousFault() throws IOException {
    assertThat(BrowserPages.seriousFaults(open("2024-06.html#T01"))).isEmpty();
    assertThat(
            BrowserPages.seriousFaults(
                pages.open(folder.resolve("index.html"), 390, 844, ColorScheme.LIGHT)))
        .isEmpty();
  }

  private static Page open(String address) {
    String[] parts = address.split("#");
    Page page = pages.open(folder.resolve(parts[0]), 1280, 800, ColorScheme.LIGHT);
    page.locator("#months[data-ready]").waitFor();
    if (parts.length > 1) {
      page.evaluate("window.location.hash = '#%s'".formatted(parts[1]));
    }
    return page;
  }

  private static void put(TimePeriod month, TracedDocument bulletin, List<String> others)
      throws IOException {
    for (Map.Entry<String, byte[]> file : MonthPages.of(month, bulletin, others).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static TracedDocument bulletin(RegionPack pack, String light) {
    return BulletinFixture.traced(
        new BulletinFixture(pack)
            .retail("T00", "107", "7", null)
            .retail("T01", "55.2", "10.4", "1")
            .retail("T02", "31.5", "5", "2")
            .judged("X-1", "T00", "7", "6", "green", "已达到")
            .judged("X-1", "T01", "10.4", "6", light, "见数")
            .judged("X-1", "T02", "5", "6", "yellow", "未达到")
            .overall());
  }
}
