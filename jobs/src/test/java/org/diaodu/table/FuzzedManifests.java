package org.diaodu.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.fuzz.Dice;
import org.diaodu.fuzz.Hostile;
import org.diaodu.fuzz.Target;

/** Manifests that are damaged: passed over, and never half of one taken for a whole. */
public final class FuzzedManifests implements Target {
  private static final String WHOLE =
      """
      {
        "number" : 7,
        "run_id" : "20240801T200000-0a1b2c3d",
        "published_at" : "2024-08-01T20:00:00Z",
        "pack_id" : "0123456789abcdef",
        "as_of" : "2024-08-01",
        "schema_version" : 1,
        "previous_sha256" : "",
        "versions" : { "statistics.growth" : 3, "statistics.observations" : 12 },
        "fingerprints" : { "statistics.growth" : "ab" }
      }
      """;

  private final Path file;
  private final Manifests manifests;

  /**
   * @param folder where a warehouse stands while it is read
   */
  public FuzzedManifests(Path folder) throws IOException {
    Path warehouse = folder.resolve("warehouse");
    this.file = Files.createDirectories(warehouse.resolve("_manifests")).resolve("00000007.json");
    Configuration raw = new Configuration(false);
    raw.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
    this.manifests = new Manifests(raw, warehouse.toUri().toString());
  }

  @Override
  public String name() {
    return "manifest";
  }

  @Override
  public byte[] input(Dice dice) {
    String text = WHOLE;
    if (dice.oneIn(3)) {
      text =
          text.replace(
              dice.one(
                  "7,",
                  "3,",
                  "12 ",
                  "\"ab\"",
                  "{ \"statistics.growth\" : \"ab\" }",
                  "\"2024-08-01\"",
                  "\"2024-08-01T20:00:00Z\""),
              dice.one(
                      "null",
                      "[]",
                      "\"x\"",
                      "-1",
                      "1e99",
                      "7.5",
                      "9999999999999999999",
                      "true",
                      "{}",
                      "[".repeat(5000),
                      "")
                  + dice.one(",", " "));
    }
    text = dice.oneIn(3) ? Hostile.lines(dice, text) : Hostile.texts(dice, text, 2);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return dice.oneIn(6) ? Hostile.bytes(dice, bytes) : bytes;
  }

  @Override
  public long read(byte[] input) throws IOException {
    Files.write(file, input);
    Manifest manifest;
    try {
      Optional<Manifest> newest = manifests.newest();
      if (newest.isEmpty()) {
        return 0;
      }
      manifest = newest.get();
    } catch (NewerWarehouseException refused) {
      return 0;
    }
    String text = new String(input, StandardCharsets.UTF_8);
    manifest
        .versions()
        .forEach(
            (table, version) -> {
              if (!text.matches("(?s).*\"\\Q%s\\E\"\\s*:\\s*%d\\b.*".formatted(table, version))) {
                throw new AssertionError(
                    "silently wrong: version %d of %s".formatted(version, table));
              }
            });
    if (!text.matches("(?s).*\"number\"\\s*:\\s*%d\\b.*".formatted(manifest.number()))) {
      throw new AssertionError("silently wrong: number %d".formatted(manifest.number()));
    }
    return manifest.versions().size();
  }
}
