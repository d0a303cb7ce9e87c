package org.diaodu.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What lies in the landing folder.
 *
 * @param files complete files, in the order of their paths
 * @param stillBeingWritten paths of files that are left for the next night
 * @param notRead why something else that lies there is not read, by its path
 * @param modified when each file was changed last, by where it is
 */
public record LandingFolder(
    List<LandingFile> files,
    List<String> stillBeingWritten,
    SortedMap<String, String> notRead,
    Map<String, FileTime> modified) {
  /** A file that was changed less than this ago may still be growing. */
  static final Duration SETTLED = Duration.ofSeconds(2);

  /**
   * Looks at every file below a folder; hidden ones, {@code README*}, {@code release.yaml} and the
   * ledger of arrivals are no data. A file whose size or time changes while it is read, or that is
   * taken away, is still being written, whatever its age. One that cannot be opened is told, and
   * the others are read.
   */
  public static LandingFolder look(Path folder, Instant now) {
    LandingPaths paths = LandingPaths.below(folder);
    PublicationDays days = PublicationDays.of(paths.releases());
    days.faults().forEach(paths::leave);
    List<LandingFile> files = new ArrayList<>();
    List<String> unfinished = new ArrayList<>();
    Map<String, FileTime> modified = new HashMap<>();
    for (Path path : paths.files()) {
      String name = paths.name(path);
      if (days.mustWait(path)) {
        paths.leave(path, PublicationDays.WAITS);
        continue;
      }
      try {
        BasicFileAttributes before = attributes(path);
        LandingFile file =
            looksUnfinished(path, before, now)
                ? null
                : scan(path, name, before, days.of(path).orElse(null));
        if (file != null && isAsItWas(file, before.lastModifiedTime())) {
          files.add(file);
          modified.put(file.path(), before.lastModifiedTime());
        } else {
          unfinished.add(name);
        }
      } catch (NoSuchFileException takenAway) {
        unfinished.add(name);
      } catch (IOException e) {
        paths.leave(path, LandingPaths.why(e));
      }
    }
    return new LandingFolder(
        List.copyOf(files), List.copyOf(unfinished), paths.notRead(), Map.copyOf(modified));
  }

  /**
   * One file, where it lies or before it is put into a landing folder. Outside of the folder what
   * stands beside it counts.
   *
   * @param faults gets why it would have to wait
   */
  static LandingFile lookAt(Path path, Path folder, List<Fault> faults) {
    try {
      Path file = path.toRealPath();
      Path root = Files.isDirectory(folder) ? folder.toRealPath() : file.getParent();
      boolean inside = file.startsWith(root);
      PublicationDays days = PublicationDays.above(file, inside ? root : file.getParent());
      days.faults()
          .forEach(
              (of, why) ->
                  faults.add(
                      Fault.at(
                          "faulty_release_file",
                          Fault.Severity.reject,
                          0,
                          0,
                          PublicationDays.NAME,
                          "文件名: 日期",
                          PublicationDays.WAITS + "：" + why)));
      String name = inside ? LandingPaths.name(root, file) : file.getFileName().toString();
      return scan(file, name, attributes(file), days.of(file).orElse(null));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /** Of these files those that were changed or taken away since they were looked at. */
  public List<LandingFile> changed(List<LandingFile> among) {
    return among.stream().filter(file -> !isStill(file)).toList();
  }

  private boolean isStill(LandingFile file) {
    try {
      return isAsItWas(file, modified.get(file.path()));
    } catch (IOException takenAway) {
      return false;
    }
  }

  private static boolean isAsItWas(LandingFile file, FileTime modified) throws IOException {
    BasicFileAttributes now = attributes(Path.of(file.path()));
    return now.size() == file.bytes() && now.lastModifiedTime().equals(modified);
  }

  private static boolean looksUnfinished(Path path, BasicFileAttributes file, Instant now) {
    String name = path.getFileName().toString();
    boolean young =
        Duration.between(file.lastModifiedTime().toInstant(), now).abs().compareTo(SETTLED) < 0;
    return young || name.endsWith(".part") || name.endsWith(".tmp") || name.startsWith("~$");
  }

  private static LandingFile scan(
      Path path, String name, BasicFileAttributes file, LocalDate released) throws IOException {
    try {
      return FileScan.of(path, name, file.lastModifiedTime().toInstant(), released);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }
}
