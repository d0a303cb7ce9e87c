package org.diaodu.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The secret that a client shows, where one is asked for. It is never printed. */
public final class Token {
  private final Optional<byte[]> header;

  private Token(Optional<byte[]> header) {
    this.header = header;
  }

  /** Everybody who reaches the port is admitted. */
  public static Token none() {
    return new Token(Optional.empty());
  }

  /** Those are admitted who send it as {@code Authorization: Bearer …}. */
  public static Token of(String secret) {
    return new Token(Optional.of(("Bearer " + secret).getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether one is asked for. */
  public boolean required() {
    return header.isPresent();
  }

  /**
   * Whether a call may come in. Takes the same time wherever the first wrong letter stands.
   *
   * @param shown header of the call; null where it has none
   */
  boolean admits(String shown) {
    return header.isEmpty()
        || (shown != null
            && MessageDigest.isEqual(header.get(), shown.getBytes(StandardCharsets.UTF_8)));
  }

  /** Header that shows it; empty where none is asked for. */
  Optional<String> shown() {
    return header.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
