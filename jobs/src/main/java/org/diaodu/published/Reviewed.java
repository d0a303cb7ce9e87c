package org.diaodu.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Names of parts of Spark that were looked at one by one, from a file of the class path: some a
 * query may have, some it may not. Whatever is in neither set is not known, and refused.
 *
 * @param allowed what a query may have
 * @param refused what it may not
 */
record Reviewed(Set<String> allowed, Set<String> refused) {
  private static final String COMMENT = "#";
  private static final String ALLOWED = "[allowed]";
  private static final String REFUSED = "[refused]";

  /** Those of {@code query/<name>.txt}: sections with a reason each, and names between blanks. */
  static Reviewed read(String name) {
    String resource = "query/" + name + ".txt";
    Reviewed reviewed = new Reviewed(new HashSet<>(), new HashSet<>());
    Set<String> section = Set.of();
    for (String line : text(resource).lines().map(String::strip).toList()) {
      if (line.startsWith(ALLOWED)) {
        section = reviewed.allowed();
      } else if (line.startsWith(REFUSED)) {
        section = reviewed.refused();
      } else if (!line.isEmpty() && !line.startsWith(COMMENT)) {
        section.addAll(Arrays.asList(line.split("\\s+")));
      }
    }
    return reviewed;
  }

  boolean allows(String name) {
    return allowed.contains(name) && !refused.contains(name);
  }

  private static String text(String resource) {
    try (InputStream in = Reviewed.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
