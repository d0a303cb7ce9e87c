package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.domain.TimePeriod;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.SuccessorPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 丙县 (T03) ends with 2023, unless a test says otherwise. */
class SuccessionTest {
  private static final String CITY = "T04,丙市,Bing City,T00,county,false,true,";

  @TempDir private Path folder;

  @Test
  void anAreaThatTakesOverFromAnotherIsNoFault() throws IOException {
    PackCopy pack = SuccessorPack.of(folder);

    assertThat(faults(pack)).isEmpty();
    assertThat(pack.read().heldBy("T04", TimePeriod.of("2023-12"))).containsExactly("T03");
    assertThat(pack.read().heldBy("T04", TimePeriod.of("2024-01"))).containsExactly("T04");
  }

  @Test
  void aNameMayGoToAnotherThatBeginsLater() throws IOException {
    assertThat(faults(ending("2023-12-31", CITY + "丙,2024-01-01,,T03"))).isEmpty();
    assertThat(faults(ending("2024-01-31", CITY + "丙,2024-01-01,,")))
        .containsExactly("areas.csv:7 名称“丙”已经属于T03");
  }

  @Test
  void aCodeIsNeverGivenToAnother() throws IOException {
    assertThat(faults(ending("2023-12-31", CITY + "T03,2024-01-01,,")))
        .containsExactly("areas.csv:7 名称“T03”已经属于T03");
  }

  @Test
  void aPredecessorEndsBeforeItsSuccessorBegins() throws IOException {
    assertThat(faults(ending("2024-01-01", CITY + ",2024-01-01,,T03")))
        .containsExactly("areas.csv:7 丙市接续丙县，但丙县在它开始之前没有终止");
    assertThat(faults(ending("2023-12-31", CITY + ",,,T03")))
        .containsExactly("areas.csv:7 丙市接续丙县，但丙县在它开始之前没有终止");
  }

  @Test
  void twoSuccessorsCannotShareABase() throws IOException {
    assertThat(
            faults(
                ending(
                    "2023-12-31",
                    CITY + ",2024-01-01,,T03",
                    "T05,戊县,Wu,T00,county,false,true,,2024-01-01,,T03")))
        .containsExactly("areas.csv:7 接续丙县的地区不止一个", "areas.csv:8 接续丙县的地区不止一个");
  }

  @Test
  void theEndIsNotBeforeTheBeginning() throws IOException {
    assertThat(faults(ending("2023-12-31", CITY + ",2024-02-01,2024-01-31,")))
        .containsExactly("areas.csv:7 valid_from（2024-02-01）晚于valid_to（2024-01-31）");
  }

  @Test
  void aTargetOfAPlanIsNotSetForAnAreaThatWasOverBefore() throws IOException {
    PackCopy pack =
        SuccessorPack.of(folder)
            .edit(
                "targets.csv",
                "占比,directional,capital_share,up,,%,,,T01",
                "占比,directional,capital_share,up,,%,,,T03");

    assertThat(faults(pack)).contains("targets.csv:4 丙县在2024年不存在");
    assertThat(PackReader.examine(pack.folder()).faults().get(0).remedy()).contains("T04");
  }

  private PackCopy ending(String lastDay, String... beginning) throws IOException {
    Path own = folder.resolve(String.valueOf(folder.toFile().list().length));
    return SuccessorPack.of(own, "T03", lastDay, beginning);
  }

  private static List<String> faults(PackCopy pack) {
    return PackReader.examine(pack.folder()).faults().stream()
        .map(fault -> "%s:%d %s".formatted(fault.file(), fault.line(), fault.found()))
        .toList();
  }
}
