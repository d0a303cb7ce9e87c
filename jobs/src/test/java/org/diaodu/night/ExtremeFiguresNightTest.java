package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The greatest and the least figures that a cell can hold end no night: what follows from them and
 * cannot be stored is null and says why, and all other figures come out as ever.
 */
class ExtremeFiguresNightTest {
  private static final String MOST = "999999999999";

  @TempDir private Path folder;

  @Test
  void figuresOfEveryDigitThatIsStoredEndNoNight() throws IOException {
    PackCopy pack = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
    Files.writeString(
        pack.folder().resolve("rules.yaml"),
        """
        # What no series makes is taken all the same, as somebody may confirm it.
        - hold: far_out_of_bounds
          severity: off
        - hold: leaves_series
          severity: off
        - hold: revised_by_factor
          severity: off
        - hold: growth_against_levels
          severity: off
        """);
    Night night = new Night(pack.folder(), folder);
    StringBuilder text = new StringBuilder(Night.HEADER);
    for (String area : List.of("甲县", "乙县", "丙县")) {
      text.append(line(area, "社零", "2023-06", "0.000001", "2023-07-18"));
      text.append(line(area, "社零", "2024-05", MOST, "2024-06-18"));
      text.append(line(area, "社零", "2024-06", "-" + MOST, "2024-07-18"));
    }
    text.append(line("全州", "社零", "2024-06", "333333333333.123456", "2024-07-18"));
    text.append(line("全州", "社零", "2023-06", MOST, "2023-07-18"));
    text.append(line("全州", "社零", "2023-06", "-" + MOST, "2023-08-18"));
    text.append(line("全州", "新增创新平台", "2024", MOST, "2024-07-18"));
    text.append(line("甲县", "市场主体", "2024-06", "5000", "2024-07-18"));
    text.append("全州,社零,2024-06,,YOY,7.0,%,,2024-07-18,\n");
    night.arrives("extreme.csv", text.toString());

    NightlyReport report = night.run("2024-08-25T18:00:00Z");

    assertThat(report.bulletin()).isPresent();
    assertThat(
            night.query(
                "SELECT DISTINCT time_period, not_computed_because FROM statistics.growth"
                    + " WHERE indicator = 'retail_sales' AND ref_area = 'T01'"
                    + " AND time_period = '2024-06'"))
        .extracting(Row::toString)
        .containsExactly("[2024-06,out_of_range]");
    assertThat(
            night.query(
                "SELECT count(*) FROM statistics.growth WHERE indicator = 'business_entities'"
                    + " AND level = 5000"))
        .as("an ordinary figure beside them")
        .extracting(Row::toString)
        .containsExactly("[1]");
  }

  private static String line(
      String area, String indicator, String period, String value, String released) {
    return "%s,%s,%s,,,%s,,,%s,\n".formatted(area, indicator, period, value, released);
  }
}
