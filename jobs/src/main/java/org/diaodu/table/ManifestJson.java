package org.diaodu.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

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
              whole(json.required("number")),
              text(json.required("run_id")),
              Instant.parse(text(json.required("published_at"))),
              json.path("region").asText(),
              text(json.required("pack_id")),
              json.path("program").asText(),
              LocalDate.parse(text(json.required("as_of"))),
              entries(json.required("versions"), ManifestJson::whole),
              entries(json.required("fingerprints"), ManifestJson::text));
      int schemaVersion =
          json.has("schema_version") ? Math.toIntExact(whole(json.get("schema_version"))) : 1;
      return new ManifestJson(manifest, schemaVersion, json.path("previous_sha256").asText());
    } catch (DateTimeException
        | IllegalArgumentException
        | ArithmeticException
        | IOException unreadable) {
      throw new UnreadableManifestException(unreadable);
    }
  }

  byte[] text() throws JsonProcessingException {
    ObjectNode json = JSON.createObjectNode();
    json.put("number", manifest.number());
    json.put("run_id", manifest.runId());
    json.put("published_at", manifest.publishedAt().toString());
    json.put("region", manifest.region());
    json.put("pack_id", manifest.packId());
    json.put("program", manifest.program());
    json.put("as_of", manifest.asOf().toString());
    json.put("schema_version", schemaVersion);
    json.put("previous_sha256", previous);
    ObjectNode versions = json.putObject("versions");
    manifest.versions().forEach(versions::put);
    ObjectNode fingerprints = json.putObject("fingerprints");
    manifest.fingerprints().forEach(fingerprints::put);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  /** A text, a fraction or null is no number; none of them may become version 0 of a table. */
  private static long whole(JsonNode json) {
    if (!json.isIntegralNumber() || !json.canConvertToLong() || json.asLong() < 0) {
      throw new IllegalArgumentException("expected a whole number, found '%s'".formatted(json));
    }
    return json.asLong();
  }

  private static String text(JsonNode json) {
    if (!json.isTextual()) {
      throw new IllegalArgumentException("expected a text, found '%s'".formatted(json));
    }
    return json.asText();
  }

  private static <T> SortedMap<String, T> entries(JsonNode json, Function<JsonNode, T> value) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("expected an object, found '%s'".formatted(json));
    }
    SortedMap<String, T> entries = new TreeMap<>();
    json.properties().forEach(e -> entries.put(e.getKey(), value.apply(e.getValue())));
    return entries;
  }
}
