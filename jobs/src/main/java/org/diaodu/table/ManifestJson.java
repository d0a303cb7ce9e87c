package org.diaodu.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A manifest as it stands in its file.
 *
 * @param manifest what was published
 * @param schemaVersion version of {@code schemas/} that its tables have
 * @param previous SHA-256 of the manifest before it; empty for the first
 */
record ManifestJson(Manifest manifest, int schemaVersion, String previous) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads one.
   *
   * @throws UnreadableManifestException where it is none
   */
  static ManifestJson read(byte[] text) throws UnreadableManifestException {
    try {
      JsonNode json = JSON.readTree(text);
      Manifest manifest =
          new Manifest(
              json.required("number").asLong(),
              json.required("run_id").asText(),
              Instant.parse(json.required("published_at").asText()),
              json.required("pack_id").asText(),
              LocalDate.parse(json.required("as_of").asText()),
              entries(json.required("versions"), JsonNode::asLong),
              entries(json.required("fingerprints"), JsonNode::asText));
      return new ManifestJson(
          manifest, json.path("schema_version").asInt(1), json.path("previous_sha256").asText());
    } catch (DateTimeException | IllegalArgumentException | IOException unreadable) {
      throw new UnreadableManifestException(unreadable);
    }
  }

  byte[] text() throws JsonProcessingException {
    ObjectNode json = JSON.createObjectNode();
    json.put("number", manifest.number());
    json.put("run_id", manifest.runId());
    json.put("published_at", manifest.publishedAt().toString());
    json.put("pack_id", manifest.packId());
    json.put("as_of", manifest.asOf().toString());
    json.put("schema_version", schemaVersion);
    json.put("previous_sha256", previous);
    ObjectNode versions = json.putObject("versions");
    manifest.versions().forEach(versions::put);
    ObjectNode fingerprints = json.putObject("fingerprints");
    manifest.fingerprints().forEach(fingerprints::put);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private static <T> SortedMap<String, T> entries(JsonNode json, Function<JsonNode, T> value) {
    SortedMap<String, T> entries = new TreeMap<>();
    json.properties().forEach(e -> entries.put(e.getKey(), value.apply(e.getValue())));
    return entries;
  }
}
