package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir private Path folder;

  @Test
  void aRegionHasTheFolderThatItIsGivenNightAfterNight() {
    Path out = folder.resolve("out");

    assertThat(OutputFolder.of(out, "T00")).isEqualTo(out);
    assertThat(OutputFolder.of(out, "T00")).isEqualTo(out);
  }

  @Test
  void aSecondRegionHasOneOfItsOwnInIt() {
    OutputFolder.of(folder, "T00");

    assertThat(OutputFolder.of(folder, "S00")).isEqualTo(folder.resolve("S00"));
    assertThat(OutputFolder.of(folder, "T00")).isEqualTo(folder);
  }
}
