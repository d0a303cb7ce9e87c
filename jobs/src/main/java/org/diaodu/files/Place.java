package org.diaodu.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Where a warehouse is. However it was written, one folder has one place: relative or absolute, as
 * {@code file:/…} or {@code file:///…}, by a link, with a slash at its end. What keeps writers
 * apart compares places, so none is told by how its text looks.
 *
 * @param root an absolute path where it is on a file system of the machine, else a qualified URI
 * @param local whether it is on a file system of the machine
 */
public record Place(String root, boolean local) {
  private static final String FILE = "file";

  /** A folder of the machine as a URI; what follows is a path as it is, not encoded. */
  private static final Pattern FILE_URI =
      Pattern.compile("(?i)file:(?://(?:localhost)?(?=/))?(.*)");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  /**
   * The place that somebody wrote.
   *
   * @param hadoop says which file system is meant where none is written
   * @throws IllegalArgumentException where it names no folder, or a file system that is not known;
   *     it says so in Chinese
   */
  public static Place of(String written, Configuration hadoop) {
    Matcher uri = FILE_URI.matcher(written);
    if (uri.matches()) {
      if (!uri.group(1).startsWith("/") || uri.group(1).startsWith("//")) {
        throw new IllegalArgumentException("文件夹“%s”写得不对：写成 /文件夹 或 file:///文件夹".formatted(written));
      }
      return local(uri.group(1));
    }
    boolean here = FILE.equals(FileSystem.getDefaultUri(hadoop).getScheme());
    return here && !SCHEME.matcher(written).matches() ? local(written) : elsewhere(written, hadoop);
  }

  /** As a path of the machine. */
  public Path path() {
    if (!local) {
      throw new IllegalStateException("Not on a file system of the machine: " + root);
    }
    return Path.of(root);
  }

  private static Place local(String path) {
    return new Place(real(Path.of(path).toAbsolutePath().normalize()).toString(), true);
  }

  /** Without links, as far as it is there. */
  private static Path real(Path path) {
    try {
      if (Files.exists(path)) {
        return path.toRealPath();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot follow " + path, e);
    }
    return path.getParent() == null ? path : real(path.getParent()).resolve(path.getFileName());
  }

  private static Place elsewhere(String written, Configuration hadoop) {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(written);
    try {
      URI uri = path.getFileSystem(hadoop).makeQualified(path).toUri();
      return uri.getScheme().equals(FILE)
          ? local(uri.getPath())
          : new Place(uri.toString().replaceFirst("(?<=[^/])/+$", ""), false);
    } catch (IOException e) {
      throw new IllegalArgumentException("找不到“%s”的文件系统：%s".formatted(written, e.getMessage()), e);
    }
  }
}
