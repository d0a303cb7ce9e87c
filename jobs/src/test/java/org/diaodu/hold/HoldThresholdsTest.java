package org.diaodu.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.region.PackFault;
import org.diaodu.region.PackReader;
import org.diaodu.testing.Folders;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldThresholdsTest {
  @TempDir private Path folder;

  @Test
  void aPackThatSaysNothingHasTheThresholdsOfTheProgram() {
    HoldThresholds thresholds = HoldThresholds.of(Packs.threelands());

    assertThat(thresholds.of(HoldRule.far_out_of_bounds, "times")).isEqualTo(10);
    assertThat(thresholds.severity(HoldRule.leaves_series)).isEqualTo(HoldThresholds.Severity.hold);
  }

  @Test
  void aPackChangesOneThresholdOrSwitchesARuleOff() throws IOException {
    List<PackFault> faults = new ArrayList<>();

    HoldThresholds thresholds =
        examine(
            """
            - {hold: far_out_of_bounds, times: 20}
            - {hold: growth_leaves_history, severity: "off"}
            """,
            faults);

    assertThat(faults).isEmpty();
    assertThat(thresholds.of(HoldRule.far_out_of_bounds, "times")).isEqualTo(20);
    assertThat(thresholds.severity(HoldRule.growth_leaves_history))
        .isEqualTo(HoldThresholds.Severity.off);
  }

  @Test
  void everyFaultIsSaidWithItsLine() throws IOException {
    List<PackFault> faults = new ArrayList<>();

    examine(
        """
        - {hold: far_out, times: 20}
        - {hold: far_out_of_bounds, times: many}
        - {hold: far_out_of_bounds, points: 3}
        - {hold: leaves_series, severity: reject}
        """,
        faults);

    assertThat(faults).extracting(PackFault::line).containsExactly(1, 2, 3, 4);
  }

  private HoldThresholds examine(String rules, List<PackFault> faults) throws IOException {
    Path pack = folder.resolve("pack");
    Folders.copy(Packs.THREELANDS, pack);
    Files.writeString(pack.resolve("rules.yaml"), rules);
    return HoldThresholds.examine(PackReader.read(pack), faults);
  }
}
