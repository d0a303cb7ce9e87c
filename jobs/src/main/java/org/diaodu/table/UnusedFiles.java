package org.diaodu.table;

import io.delta.kernel.exceptions.KernelException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.diaodu.contract.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes data files that nothing names. Delta's {@code VACUUM} goes by the newest version and by
 * age alone: a file that a run replaced which never published is part of no newest version, and may
 * be old. Here the files of every version that is named are looked up, and all others may go.
 */
final class UnusedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(UnusedFiles.class);

  private final StoredFiles stored;
  private final Configuration hadoop;

  UnusedFiles(Configuration hadoop, String warehouse) {
    this.stored = new StoredFiles(hadoop, warehouse);
    this.hadoop = hadoop;
  }

  /**
   * Deletes those of a table.
   *
   * @param needed versions whose files stay
   * @param ifThere versions whose files stay as well, where their log is still there
   * @param before files as young as this stay, since somebody may be writing them
   * @return how many were deleted
   * @throws KernelException where the log of a needed version cannot be read; nothing is deleted
   */
  long delete(Table table, Set<Long> needed, Set<Long> ifThere, Instant before) {
    Set<String> used = new HashSet<>();
    needed.forEach(version -> used.addAll(stored.of(table, version).keySet()));
    for (long version : ifThere) {
      try {
        used.addAll(stored.of(table, version).keySet());
      } catch (KernelException gone) {
        LOG.debug("{} has no version {} any more", table.fullName(), version, gone);
      }
    }
    long deleted = 0;
    try {
      FileSystem files = stored.folder(table).getFileSystem(hadoop);
      for (FileStatus status : listed(files, stored.folder(table))) {
        String name = status.getPath().getName();
        boolean data = status.isFile() && !name.startsWith(".") && !name.startsWith("_");
        boolean old = status.getModificationTime() < before.toEpochMilli();
        if (data && old && !used.contains(name) && files.delete(status.getPath(), false)) {
          deleted++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tidy up " + table.fullName(), e);
    }
    return deleted;
  }

  /**
   * For how long the entries of a table's log have to stay, so that versions can be put together.
   *
   * @param keep for how long at least
   * @param needed the versions; of those that are gone already nothing is known
   */
  Duration logKept(Table table, Set<Long> needed, Duration keep, Instant now) {
    long oldest = Collections.min(needed);
    Path entry = new Path(stored.folder(table), "_delta_log/%020d.json".formatted(oldest));
    try {
      long written = entry.getFileSystem(hadoop).getFileStatus(entry).getModificationTime();
      // Delta forgets whole days.
      Duration since = Duration.between(Instant.ofEpochMilli(written), now).plusDays(2);
      return since.compareTo(keep) > 0 ? since : keep;
    } catch (FileNotFoundException onlyInACheckpoint) {
      return Duration.between(Instant.EPOCH, now);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + entry, e);
    }
  }

  private static List<FileStatus> listed(FileSystem files, Path folder) throws IOException {
    try {
      return Arrays.asList(files.listStatus(folder));
    } catch (FileNotFoundException none) {
      return List.of();
    }
  }
}
