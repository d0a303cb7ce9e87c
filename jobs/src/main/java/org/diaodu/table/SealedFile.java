package org.diaodu.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A data file as it was published.
 *
 * @param path below the warehouse, as {@code statistics/growth/part-….parquet}
 * @param bytes its length
 * @param sha256 of its content, in hexadecimal digits
 */
record SealedFile(String path, long bytes, String sha256) {
  /** A file as it is now, read to its end. */
  static SealedFile read(String path, InputStream content) throws IOException {
    try (DigestInputStream all = new DigestInputStream(content, digest())) {
      long bytes = all.transferTo(OutputStream.nullOutputStream());
      return new SealedFile(path, bytes, HexFormat.of().formatHex(all.getMessageDigest().digest()));
    }
  }

  /** Of one line of a seal. */
  static SealedFile of(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("No line of a seal: " + line);
    }
    return new SealedFile(parts[2], Long.parseLong(parts[1]), parts[0]);
  }

  String line() {
    return sha256 + " " + bytes + " " + path;
  }

  /** SHA-256 of bytes, in hexadecimal digits. */
  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
