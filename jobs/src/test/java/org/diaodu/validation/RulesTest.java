package org.diaodu.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.region.PackFault;
import org.diaodu.region.PackReader;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  @TempDir private Path folder;

  @Test
  void theRulesOfThePackThatComesWithTheProgramAreSound() {
    assertThat(Rules.of(Packs.xiangxi())).extracting(Rule::id).contains("sectors_add_up");
  }

  @Test
  void aPackWithoutRulesHasNone() {
    assertThat(Rules.of(Packs.threelands())).isEmpty();
  }

  @Test
  void everyFaultOfARuleIsSaidWithItsLine() throws IOException {
    List<PackFault> faults =
        faults(
            """
            - id: a
              severity: shout
              condition: obs_valeu > previous
              message: "{previuos}"
            - id: a
              severity: warn
              condition: obs_value >
              message: x
            - {id: b, severity: warn, message: x}
            - {id: c, severity: warn, condition: obs_value / previous < 2, message: x}
            """);

    assertThat(faults)
        .extracting(f -> f.line() + " " + f.found())
        .anyMatch(f -> f.startsWith("2 severity“shout”"))
        .anyMatch(f -> f.startsWith("3 condition中没有“obs_valeu”"))
        .anyMatch(f -> f.startsWith("4 message中没有“previuos”"))
        .anyMatch(f -> f.startsWith("5 规则“a”写了两次"))
        .anyMatch(f -> f.startsWith("7 condition不是Spark SQL条件"))
        .anyMatch(f -> f.startsWith("9 缺少字段“condition”"))
        .anyMatch(f -> f.startsWith("10 condition中用了除号"));
    assertThat(faults).anyMatch(f -> f.remedy().contains("obs_value"));
  }

  private List<PackFault> faults(String rules) throws IOException {
    try (Stream<Path> files = Files.list(Packs.THREELANDS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.writeString(folder.resolve("rules.yaml"), rules);
    List<PackFault> faults = new ArrayList<>();
    Rules.examine(PackReader.read(folder), faults);
    return faults;
  }
}
