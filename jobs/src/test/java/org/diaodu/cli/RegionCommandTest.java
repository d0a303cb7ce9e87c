package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diaodu region new}: a pack in one command. */
class RegionCommandTest {
  private final StringWriter printed = new StringWriter();
  private final StringWriter told = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aRegionOfThreeAreasAndTwoTargetsPassesTheCheck() {
    int exit =
        create(
            "mine",
            "--total",
            "999900=某市",
            "--area",
            "999901=甲区,999921=乙县,999922=丙县",
            "--capital",
            "999901",
            "--target",
            "固定资产投资增速>=7%",
            "--target",
            "居民消费价格<=3%");

    assertThat(exit).as(told.toString()).isEqualTo(Diaodu.DONE);
    assertThat(printed.toString()).contains("某市，地区4，指标2，目标2", "nightly --region");
    assertThat(run("check", "--region", folder.resolve("mine").toString())).isEqualTo(Diaodu.DONE);
  }

  @Test
  void itMayComeFromSheets() throws IOException {
    Path areas = folder.resolve("areas.csv");
    Path targets = folder.resolve("targets.csv");
    Files.writeString(areas, "代码,名称\n999900,某市\n999901,甲区\n");
    Files.writeString(targets, "目标,目标值\n固定资产投资增速,7%\n");

    assertThat(create("mine", "--from", areas.toString(), "--from", targets.toString()))
        .as(told.toString())
        .isEqualTo(Diaodu.DONE);
    assertThat(folder.resolve("mine/targets.csv")).content().contains("fixed_asset_investment");
  }

  @Test
  void everythingThatIsWrongIsToldAndNothingIsLeftBehind() {
    assertThat(create("mine", "--area", "999901", "--target", "好事多")).isEqualTo(Diaodu.USAGE);

    assertThat(told.toString()).contains("地区“999901”看不懂", "目标“好事多”看不懂", "没有建立地区包");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPackThatIsThereIsNotTouched() throws IOException {
    Files.createDirectory(folder.resolve("mine"));

    assertThat(create("mine", "--area", "999900=某市,999901=甲区")).isEqualTo(Diaodu.USAGE);
    assertThat(told.toString()).contains("已经有了");
    assertThat(folder.resolve("mine")).isEmptyDirectory();
  }

  @Test
  void aNameThatIsNoFolderNameIsRefused() {
    assertThat(create("../Mine", "--area", "999900=某市,999901=甲区")).isEqualTo(Diaodu.USAGE);
    assertThat(told.toString()).contains("名称“../Mine”不能用");
  }

  private int create(String name, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("region", "new", name, "--year", "2025", "--to", folder.toString()));
    command.addAll(List.of(more));
    return run(command.toArray(String[]::new));
  }

  private int run(String... args) {
    return Diaodu.run(new PrintWriter(printed, true), new PrintWriter(told, true), args);
  }
}
