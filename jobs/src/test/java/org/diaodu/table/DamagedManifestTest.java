package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest that is not whole is passed over; no version is ever made up. */
class DamagedManifestTest {
  private static final String WHOLE =
      "{\"number\":7,\"run_id\":\"r\",\"published_at\":\"2024-08-01T20:00:00Z\",\"pack_id\":\"p\","
          + "\"as_of\":\"2024-08-01\",\"versions\":{\"statistics.growth\":3},\"fingerprints\":{}}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "3/null",
        "3/\"x\"",
        "3/7.5",
        "3/-1",
        "3/99999999999999999999",
        "3/3,\"statistics.growth\":4",
        "2024-08-01\"/2024-13-01\"",
        "T20:00:00Z/",
        "\"versions\"/\"version\"",
        "}}/}}}"
      })
  void aManifestThatIsNotWholeIsPassedOver(String damage) throws IOException {
    String[] change = damage.split("/", 2);
    String text = change.length == 1 ? damage : WHOLE.replace(change[0], change[1]);
    Path manifests = Files.createDirectory(folder.resolve("_manifests"));
    Files.writeString(manifests.resolve("00000007.json"), text);

    assertThat(new Manifests(new Configuration(), folder.toString()).newest()).as(text).isEmpty();
  }
}
