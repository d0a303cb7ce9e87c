package org.diaodu.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The seals of a warehouse, below {@code _seals/}: for each manifest a file whose name has its
 * SHA-256, and in it the data files that were published with it for the first time, with theirs. So
 * the newest manifest can be held against something, too, and one that is gone is missed. A seal is
 * written before its manifest under a name that says so, and gets its own after it: a run that ends
 * in between leaves nothing that looks like a loss.
 */
final class Seals {
  /** Number of the manifest and its SHA-256; a dot before it until the manifest is published. */
  private static final Pattern NAME = Pattern.compile("(\\.?)(\\d{8})-([0-9a-f]{64})");

  private final FileSystem files;
  private final Path folder;

  /**
   * A seal.
   *
   * @param number of its manifest
   * @param sha256 of its manifest
   * @param published whether the manifest was published for sure
   * @param path where it is
   */
  record Seal(long number, String sha256, boolean published, Path path) {
    boolean is(long manifest, String content) {
      return number == manifest && sha256.equals(content);
    }
  }

  /** Of the warehouse at {@code root}. */
  Seals(Configuration hadoop, String root) {
    this.folder = new Path(root, "_seals");
    try {
      this.files = folder.getFileSystem(hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach the warehouse at " + root, e);
    }
  }

  /**
   * Writes the seal of a manifest that is about to be published.
   *
   * @param newFiles data files that no manifest before it had
   */
  Seal begin(long number, String sha256, List<SealedFile> newFiles) throws IOException {
    for (Seal left : all()) {
      if (left.number() == number && !left.published()) {
        files.delete(left.path(), false);
      }
    }
    Path path = new Path(folder, ".%08d-%s".formatted(number, sha256));
    try (OutputStream out = files.create(path, true)) {
      for (SealedFile file : newFiles) {
        out.write((file.line() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Seal(number, sha256, false, path);
  }

  /** The manifest of a seal is published. */
  void end(Seal seal) throws IOException {
    files.rename(seal.path(), new Path(folder, seal.path().getName().substring(1)));
  }

  /** All seals, oldest first. */
  List<Seal> all() {
    try {
      if (!files.exists(folder)) {
        return List.of();
      }
      List<Seal> seals = new ArrayList<>();
      for (FileStatus status : files.listStatus(folder)) {
        Matcher name = NAME.matcher(status.getPath().getName());
        if (name.matches()) {
          seals.add(
              new Seal(
                  Long.parseLong(name.group(2)),
                  name.group(3),
                  name.group(1).isEmpty(),
                  status.getPath()));
        }
      }
      seals.sort((a, b) -> Long.compare(a.number(), b.number()));
      return seals;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the seals in " + folder, e);
    }
  }

  /** The data files that were ever published, each as it was when it was first. */
  Map<String, SealedFile> files() {
    Map<String, SealedFile> sealed = new TreeMap<>();
    for (Seal seal : all()) {
      try (InputStream in = files.open(seal.path())) {
        Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        lines.map(SealedFile::of).forEach(file -> sealed.putIfAbsent(file.path(), file));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + seal.path(), e);
      }
    }
    return sealed;
  }
}
