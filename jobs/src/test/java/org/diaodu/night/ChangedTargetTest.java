package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target is changed after a month's bulletin: the next month is judged by the new one. */
@Slow
class ChangedTargetTest {
  @TempDir private Path folder;

  @Test
  void lastMonthsPageStaysAsItWasAndBothVersionsAreKept() throws IOException {
    PackCopy pack =
        new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
            .add("calendar.csv", "retail_sales,M,2024-07,2024-08-20,true,");
    Night night = new Night(pack.folder(), folder.resolve("nights"));
    night.arrives(
        "june.csv", Night.HEADER + "T00,retail_sales,2024-06,YTD,YOY,6.5,%,A,2024-07-18,\n");
    night.runAsOf("2024-07-31T18:00:00Z", "2024-07-31");
    Path june = page(night, "2024-06");
    byte[] before = Files.readAllBytes(june);

    pack.edit("targets.csv", "growth_yoy,>=,6,%,,,T00", "growth_yoy,>=,7,%,,,T00");
    night.arrives(
        "july.csv", Night.HEADER + "T00,retail_sales,2024-07,YTD,YOY,6.5,%,A,2024-08-18,\n");
    night.runAsOf("2024-08-31T18:00:00Z", "2024-08-31");

    assertThat(Files.readAllBytes(june)).as("the page of June").isEqualTo(before);
    assertThat(Files.readString(june)).contains("不低于6%");
    assertThat(Files.readString(page(night, "2024-07"))).contains("不低于7%");
    assertThat(
            night.figure(
                "SELECT light FROM statistics.attainment WHERE target_id = 'X-1'"
                    + " AND ref_area = 'T00' AND time_period = '2024-07'"))
        .isEqualTo("yellow");
    assertThat(
            night.query("SELECT CAST(value AS INT) FROM reference.targets WHERE target_id = 'X-1'"))
        .as("the target as the pack has it now")
        .extracting(row -> row.getInt(0))
        .containsExactly(7);
    assertThat(
            SharedSpark.session()
                .read()
                .format("delta")
                .load(night.warehouse().resolve("reference/targets").toString())
                .where("target_id = 'X-1'")
                .selectExpr("CAST(value AS INT)")
                .collectAsList())
        .as("all versions that the table keeps")
        .extracting(row -> row.getInt(0))
        .containsExactlyInAnyOrder(6, 7);
  }

  private static Path page(Night night, String period) {
    return night.out().resolve("pack-" + period + "-bulletin.html");
  }
}
