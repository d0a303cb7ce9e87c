package org.diaodu.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How the characters of a text file are written, as spreadsheets save them. */
public enum TextEncoding {
  /** UTF-8, with or without a byte order mark. */
  utf_8(StandardCharsets.UTF_8, 1),
  /** GB18030, of which GBK and GB2312 are parts: what "CSV" means to a Chinese Excel. */
  gb18030(Charset.forName("GB18030"), 1),
  /** UTF-16, low byte first: Excel's "Unicode text". */
  utf_16_le(StandardCharsets.UTF_16LE, 2),
  /** UTF-16, high byte first. */
  utf_16_be(StandardCharsets.UTF_16BE, 2);

  private final Charset charset;
  private final int width;

  TextEncoding(Charset charset, int width) {
    this.charset = charset;
    this.width = width;
  }

  /** As people call it. */
  public String label() {
    return switch (this) {
      case utf_8 -> "UTF-8";
      case gb18030 -> "GB18030";
      case utf_16_le, utf_16_be -> "UTF-16";
    };
  }

  /** Bytes of a unit: a line end, a blank and a separator are one unit each. */
  public int width() {
    return width;
  }

  /**
   * The unit at a place. In GB18030 and UTF-8 no byte of a longer character is one of ASCII's
   * control characters or blanks, so a unit alone tells where a line ends.
   */
  public int unit(byte[] bytes, int at) {
    return switch (this) {
      case utf_8, gb18030 -> bytes[at] & 0xFF;
      case utf_16_le -> (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
      case utf_16_be -> (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    };
  }

  /** The text of bytes; what is no character in this encoding is replaced. */
  public String decode(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, charset);
  }

  /** The text of bytes; empty where they are not in this encoding. */
  public Optional<String> strict(byte[] bytes, int start, int end) {
    try {
      return Optional.of(
          charset.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start)).toString());
    } catch (CharacterCodingException notThis) {
      return Optional.empty();
    }
  }

  /**
   * The encoding of two-byte units that the beginning of a file is in: by its byte order mark, or
   * because it reads as text in one byte order alone. Empty where units are bytes, or it is no
   * text.
   */
  public static Optional<TextEncoding> wide(byte[] beginning, int length) {
    if (length < 2) {
      return Optional.empty();
    }
    int mark = (beginning[0] & 0xFF) << 8 | (beginning[1] & 0xFF);
    if (mark == 0xFFFE || mark == 0xFEFF) {
      return Optional.of(mark == 0xFFFE ? utf_16_le : utf_16_be);
    }
    boolean narrow = true;
    for (int i = 0; i < length; i++) {
      narrow &= beginning[i] != 0;
    }
    if (narrow) {
      return Optional.empty();
    }
    boolean low = utf_16_le.readsAsText(beginning, length);
    boolean high = utf_16_be.readsAsText(beginning, length);
    return low == high ? Optional.empty() : Optional.of(low ? utf_16_le : utf_16_be);
  }

  private boolean readsAsText(byte[] beginning, int length) {
    // The last unit may be the first half of a pair.
    int whole = length - length % 2;
    CharBuffer text = CharBuffer.allocate(length);
    boolean broken =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(beginning, 0, whole), text, false)
            .isError();
    return !broken
        && text.flip().chars().allMatch(c -> Character.isDefined(c) && !isControl(c))
        && text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t' || c == ',');
  }

  private static boolean isControl(int c) {
    boolean written = c == '\t' || c == '\n' || c == '\r';
    return (c < ' ' && !written) || Character.getType(c) == Character.PRIVATE_USE;
  }
}
