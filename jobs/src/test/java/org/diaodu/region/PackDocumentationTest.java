package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the page about packs shows, each with its header and rows. */
class PackDocumentationTest {
  private static final Pattern FILE =
      Pattern.compile("### `(\\w+\\.(?:csv|yaml))`.*?```\\w*\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void togetherTheyAreASoundPackThatUsesEveryColumn() throws IOException {
    Matcher files = FILE.matcher(Files.readString(Path.of("conf/regions/README.md")));
    while (files.find()) {
      Files.writeString(folder.resolve(files.group(1)), files.group(2));
    }

    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "region.yaml",
            "areas.csv",
            "indicators.csv",
            "targets.csv",
            "units.csv",
            "calendar.csv",
            "tasks.csv",
            "actions.csv",
            "conflicts.csv");
    assertThat(PackReader.examine(folder).faults()).isEmpty();
  }
}
