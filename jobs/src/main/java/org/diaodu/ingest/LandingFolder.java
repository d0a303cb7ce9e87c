package org.diaodu.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in the landing folder.
 *
 * @param files complete files, in the order of their paths
 * @param stillBeingWritten paths of files that are left for the next night
 */
public record LandingFolder(List<LandingFile> files, List<String> stillBeingWritten) {
  /** A file that was changed less than this ago may still be growing. */
  static final Duration SETTLED = Duration.ofSeconds(2);

  /**
   * Looks at every file below a folder; hidden ones and {@code README*} are no data. A file whose
   * size or time changes while it is read is still being written, whatever its age.
   */
  public static LandingFolder look(Path folder, Instant now) {
    List<LandingFile> files = new ArrayList<>();
    List<String> unfinished = new ArrayList<>();
    for (Path path : paths(folder)) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      BasicFileAttributes before = attributes(path);
      if (looksUnfinished(path, before, now)) {
        unfinished.add(name);
        continue;
      }
      LandingFile file = FileScan.of(path, name);
      BasicFileAttributes after = attributes(path);
      if (before.size() != after.size()
          || !before.lastModifiedTime().equals(after.lastModifiedTime())
          || file.bytes() != after.size()) {
        unfinished.add(name);
      } else {
        files.add(file);
      }
    }
    return new LandingFolder(List.copyOf(files), List.copyOf(unfinished));
  }

  private static List<Path> paths(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> isData(folder.relativize(path)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the landing folder " + folder, e);
    }
  }

  private static boolean isData(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return !relative.getFileName().toString().startsWith("README");
  }

  private static boolean looksUnfinished(Path path, BasicFileAttributes file, Instant now) {
    String name = path.getFileName().toString();
    boolean young =
        Duration.between(file.lastModifiedTime().toInstant(), now).abs().compareTo(SETTLED) < 0;
    return young || name.endsWith(".part") || name.endsWith(".tmp") || name.startsWith("~$");
  }

  private static BasicFileAttributes attributes(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + path, e);
    }
  }
}
