package org.diaodu.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diaodu.bulletin.Bulletins;
import org.diaodu.office.WordFile;
import org.diaodu.office.WorkbookFile;
import org.diaodu.page.DocumentPage;
import org.diaodu.trace.TracedDocument;

/** The files of a document: Word and Excel, and of the bulletin over all actions the page. */
final class DocumentFiles {
  private DocumentFiles() {}

  /** Content by file name. */
  static Map<String, byte[]> of(TracedDocument traced) {
    String id = traced.document().id();
    Map<String, byte[]> files = new TreeMap<>();
    if (id.equals(Bulletins.OVERALL)) {
      files.put(id + ".html", DocumentPage.html(traced).getBytes(StandardCharsets.UTF_8));
    }
    files.put(id + ".docx", WordFile.bytes(traced));
    files.put(id + ".xlsx", WorkbookFile.bytes(traced));
    return files;
  }

  /** SHA-256 by file name. */
  static Map<String, String> hashes(Map<String, byte[]> files) {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, sha256(bytes)));
    return hashes;
  }

  /** Writes a file in one step, so that nobody opens half of it. */
  static void write(Path file, byte[] bytes) {
    Path beside = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      Files.write(beside, bytes);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** Names of the files in a folder; none where there is no such folder yet. */
  static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
