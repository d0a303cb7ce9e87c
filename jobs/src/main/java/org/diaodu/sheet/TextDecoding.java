package org.diaodu.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The text of bytes: UTF-8 where they are, else GB18030 where they are; nothing is guessed past
 * that.
 */
final class TextDecoding {
  private static final List<Charset> KNOWN =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private TextDecoding() {}

  /** The text without its byte order mark; empty where the bytes are in neither encoding. */
  static Optional<String> decode(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return strict(bytes, StandardCharsets.UTF_16LE).map(TextDecoding::withoutMark);
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return strict(bytes, StandardCharsets.UTF_16BE).map(TextDecoding::withoutMark);
    }
    for (Charset charset : KNOWN) {
      Optional<String> text = strict(bytes, charset);
      if (text.isPresent() && text.get().indexOf('\u0000') < 0) {
        return text.map(TextDecoding::withoutMark);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notThis) {
      return Optional.empty();
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
