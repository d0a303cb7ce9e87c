package org.diaodu.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program that computes tables. What a manifest says of a table's content holds for the program
 * that computed it and for no other: a definition may have been mended since.
 */
public final class Program {
  private static final String ID = id(location());

  private Program() {}

  /**
   * The running program: SHA-256 of its jar, or of its classes where it was not packed. Two builds
   * of the same sources have the same.
   */
  public static String id() {
    return ID;
  }

  /** Of the jar or the folder of classes at a place. */
  static String id(Path program) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      if (Files.isRegularFile(program)) {
        add(sha256, program);
      } else {
        for (Path file : files(program)) {
          sha256.update(program.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
          add(sha256, file);
        }
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the program's own files at " + program, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(MessageDigest sha256, Path file) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static Path location() {
    try {
      URI place = Program.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program's own place is no URI", e);
    }
  }
}
