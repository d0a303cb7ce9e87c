package org.diaodu.table;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The manifests of a warehouse, numbered files under {@code _manifests/}. A manifest is written
 * beside and renamed, so it is there wholly or not at all, and readers always have one.
 */
public final class Manifests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final FileSystem files;
  private final Path folder;

  /** The manifests of the warehouse at {@code root}. */
  public Manifests(Configuration hadoop, String root) {
    this.folder = new Path(root, "_manifests");
    try {
      this.files = folder.getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach the warehouse at " + root, e);
    }
  }

  /** The newest manifest; empty before the first run has finished. */
  public Optional<Manifest> newest() {
    try {
      if (!files.exists(folder)) {
        return Optional.empty();
      }
      Optional<Path> newest =
          Arrays.stream(files.listStatus(folder))
              .map(FileStatus::getPath)
              .filter(path -> path.getName().matches("\\d{8}\\.json"))
              .max(Comparator.comparing(Path::getName));
      return newest.isEmpty() ? Optional.empty() : Optional.of(read(newest.get()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the manifests in " + folder, e);
    }
  }

  /**
   * Publishes a manifest in one step.
   *
   * @throws IllegalStateException where another run has published the same number
   */
  public void publish(Manifest manifest) {
    Path file = new Path(folder, "%08d.json".formatted(manifest.number()));
    Path beside = new Path(folder, "." + manifest.runId() + ".json");
    try {
      files.mkdirs(folder);
      try (OutputStream out = files.create(beside, true)) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, json(manifest));
      }
      if (files.exists(file) || !files.rename(beside, file)) {
        throw new IllegalStateException(
            "Cannot publish %s: another run published it first".formatted(file.getName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot publish " + file, e);
    }
  }

  private Manifest read(Path file) {
    try (InputStream in = files.open(file)) {
      JsonNode json = STRICT.readTree(in);
      return new Manifest(
          whole(json.path("number")),
          text(json.path("run_id")),
          Instant.parse(text(json.path("published_at"))),
          text(json.path("pack_id")),
          LocalDate.parse(text(json.path("as_of"))),
          entries(json.path("versions"), Manifests::whole),
          entries(json.path("fingerprints"), Manifests::text));
    } catch (IOException e) {
      throw damaged(file, e);
    } catch (DateTimeParseException e) {
      throw damaged(file, new IOException(e));
    }
  }

  private static UncheckedIOException damaged(Path file, IOException cause) {
    return new UncheckedIOException(
        "Cannot read the manifest %s: it is damaged. Restore it from a backup, or move it away to go back to the one before it"
            .formatted(file),
        cause);
  }

  private static long whole(JsonNode json) throws IOException {
    if (!json.isIntegralNumber() || !json.canConvertToLong() || json.asLong() < 0) {
      throw new IOException("expected a whole number, found '%s'".formatted(json));
    }
    return json.asLong();
  }

  private static String text(JsonNode json) throws IOException {
    if (!json.isTextual()) {
      throw new IOException("expected a text, found '%s'".formatted(json));
    }
    return json.asText();
  }

  /** Reads one value of a manifest. */
  private interface Value<T> {
    T of(JsonNode json) throws IOException;
  }

  private static <T> SortedMap<String, T> entries(JsonNode json, Value<T> value)
      throws IOException {
    if (!json.isObject()) {
      throw new IOException("expected an object, found '%s'".formatted(json));
    }
    SortedMap<String, T> entries = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      entries.put(entry.getKey(), value.of(entry.getValue()));
    }
    return entries;
  }

  private static ObjectNode json(Manifest manifest) {
    ObjectNode json = JSON.createObjectNode();
    json.put("number", manifest.number());
    json.put("run_id", manifest.runId());
    json.put("published_at", manifest.publishedAt().toString());
    json.put("pack_id", manifest.packId());
    json.put("as_of", manifest.asOf().toString());
    ObjectNode versions = json.putObject("versions");
    manifest.versions().forEach(versions::put);
    ObjectNode fingerprints = json.putObject("fingerprints");
    manifest.fingerprints().forEach(fingerprints::put);
    return json;
  }
}
