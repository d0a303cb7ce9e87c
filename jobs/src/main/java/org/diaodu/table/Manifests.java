package org.diaodu.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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

  private Manifest read(Path file) throws IOException {
    try (java.io.InputStream in = files.open(file)) {
      JsonNode json = JSON.readTree(in);
      return new Manifest(
          json.get("number").asLong(),
          json.get("run_id").asText(),
          Instant.parse(json.get("published_at").asText()),
          json.get("pack_id").asText(),
          LocalDate.parse(json.get("as_of").asText()),
          entries(json.get("versions"), JsonNode::asLong),
          entries(json.get("fingerprints"), JsonNode::asText));
    }
  }

  private static <T> SortedMap<String, T> entries(JsonNode json, Function<JsonNode, T> value) {
    SortedMap<String, T> entries = new TreeMap<>();
    json.properties().forEach(e -> entries.put(e.getKey(), value.apply(e.getValue())));
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
