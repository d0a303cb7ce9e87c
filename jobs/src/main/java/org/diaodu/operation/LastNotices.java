package org.diaodu.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What somebody was last told of a warehouse: a line with the instant, a line with the state. */
public final class LastNotices {
  private final FileSystem files;
  private final Path file;

  /**
   * The last notice.
   *
   * @param at when it was told
   * @param state what was told, see {@link NoticeState}
   */
  public record LastNotice(Instant at, String state) {}

  /** That of the warehouse at {@code root}. */
  public LastNotices(Configuration hadoop, String root) {
    this.file = new Path(root, "_runs/last-notice.txt");
    try {
      this.files = file.getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach the warehouse at " + root, e);
    }
  }

  /** The last one; empty where nobody was told, or it cannot be read: then it is told once more. */
  public Optional<LastNotice> last() {
    try {
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(file)) {
        String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 3);
        return lines.length < 2
            ? Optional.empty()
            : Optional.of(new LastNotice(Instant.parse(lines[0]), lines[1]));
      }
    } catch (IOException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps one as the last. */
  public void keep(LastNotice notice) {
    try {
      files.mkdirs(file.getParent());
      try (OutputStream out = files.create(file, true)) {
        out.write(
            "%s\n%s\n".formatted(notice.at(), notice.state()).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
