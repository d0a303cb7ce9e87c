package org.diaodu.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads {@code documents/} of a pack: wording, masters, who signs, and what an office adds to an
 * issue.
 */
final class StationeryReader {
  private static final String FOLDER = "documents";
  private static final String MASTER = "[^~.].*\\.docx";
  private static final String ADDITION = "\\d{4}(-(\\d{2}|Q[1-4]))?\\.txt";

  private StationeryReader() {}

  static Stationery read(Path pack, List<PackFault> faults) {
    Path folder = pack.resolve(FOLDER);
    Map<String, String> masters = new TreeMap<>();
    Map<String, String> additions = new TreeMap<>();
    for (String name : names(folder)) {
      if (name.matches(MASTER)) {
        masters.put(name, Base64.getEncoder().encodeToString(bytes(folder.resolve(name))));
      } else if (name.matches(ADDITION)) {
        additions.put(name, PackFiles.optional(pack, FOLDER + "/" + name, faults));
      }
    }
    return new Stationery(
        Wording.read(PackFiles.optional(pack, Wording.FILE, faults), faults),
        masters,
        additions,
        SignOffReader.read(PackFiles.optional(pack, SignOffReader.FILE, faults), faults));
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
