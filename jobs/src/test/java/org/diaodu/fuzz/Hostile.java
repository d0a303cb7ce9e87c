package org.diaodu.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What people, programs and broken lines do to texts and bytes. */
public final class Hostile {
  private static final List<String> FIGURES =
      List.of(
          "",
          " ",
          "0",
          "-0",
          "00012.50",
          "1e5",
          "1E-7",
          "1E999999999",
          "-1e-999999999",
          "0x1F",
          "NaN",
          "-Infinity",
          "Infinity",
          "null",
          "#DIV/0!",
          "#REF!",
          "=1+1",
          "=HYPERLINK(\"http://x\")",
          "+12.5",
          "--12.5",
          "-+1",
          "1-",
          "(12.5)",
          "１２．５",
          "１２,３４５",
          "1，234.5",
          "1,23",
          "12,34,567",
          "1,234,567.89",
          "1.234,56",
          "1'234",
          "1_000",
          "12.",
          ".5",
          ".",
          "−12.5",
          "–3.2",
          "—3.2",
          "－3",
          "﹣3",
          "¬3",
          "12.5%",
          "12.5％",
          "12.5‰",
          "下降3.2%",
          "增长-3.2%",
          "持平",
          "约12",
          "12亿元",
          "1O.4",
          "l2.5",
          "十二",
          "１２〇",
          "12.5①",
          "12.5²",
          "①12.5",
          "12.5[1]",
          "12[1]3",
          "12.5*",
          "½",
          "5½",
          "Ⅻ",
          "⒈",
          "12⒈",
          "㉑",
          "12㉑",
          "12⑴",
          "𝟏𝟐",
          "١٢٣",
          "१२",
          "12\u200B34",
          "\u200E12",
          "\u202E12.5\u202C",
          "12\u00AD34",
          "\uFEFF12",
          "12\u0000",
          "1\u000B2",
          "12\n34",
          "12\r34",
          "1 234",
          "12 34.5",
          "1\u00A0234",
          "1\u3000234",
          "1\t2",
          "999999999999",
          "9999999999999",
          "0.0000001",
          "123456789012345678901234567890",
          "0.1234567890123456789",
          "99999999999999999999.999",
          "…",
          "-",
          "—",
          "/",
          "n/a",
          "1;2",
          "\"",
          "\"12\"",
          "'12",
          "<b>12</b>",
          "&#49;2",
          "${12}",
          "{{12}}",
          "%s%n",
          "../../etc/passwd",
          "12\\");

  private static final List<String> SMALL =
      List.of(
          ",", "\t", ";", "\"", "\n", "\r", "\u0000", "\u200B", "\u202E", "\uFEFF", "\u2028",
          "\u0085", "，", "。", "-", "−", "%", "1", "９", "①", "²", "e", "E", ".", "\uD800", "\uFFFF",
          "<", "&", ":", "[", "{", "*", "!", "#", "年", "月", "1-", "~", " ");

  private static final List<Byte> MARKS =
      List.of((byte) 0, (byte) 0xFF, (byte) 0x7F, (byte) 0x80, (byte) '"', (byte) '\n');

  private Hostile() {}

  /** A text where a figure should stand. */
  public static String figure(Dice dice) {
    if (dice.oneIn(400)) {
      return dice.one("9", "0", "1,000", "-", "字", "0.", "1 ").repeat(1 << (8 + dice.below(11)));
    }
    if (dice.oneIn(3)) {
      StringBuilder made = new StringBuilder();
      int length = 1 + dice.below(8);
      for (int i = 0; i < length; i++) {
        made.append(
            dice.one(
                "1", "2", "0", "9", "７", ".", ",", "-", "+", "−", "％", "%", " ", "²", "①", "5", "3",
                "8", "亿", "e"));
      }
      return made.toString();
    }
    return dice.one(FIGURES);
  }

  /** A text with something put in, left out, doubled or exchanged. */
  public static String text(Dice dice, String text) {
    if (text.isEmpty()) {
      return dice.one(SMALL);
    }
    int at = dice.below(text.length());
    int end = Math.min(text.length(), at + 1 + dice.below(dice.oneIn(4) ? 40 : 3));
    return switch (dice.below(6)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at) + dice.one(SMALL) + text.substring(at);
      case 2 -> text.substring(0, end) + text.substring(at);
      case 3 -> text.substring(0, at) + figure(dice) + text.substring(end);
      case 4 -> text.substring(0, at) + dice.one(SMALL) + text.substring(end);
      default -> dice.oneIn(6) ? text.substring(0, at) : swapped(dice, text, at, end);
    };
  }

  private static String swapped(Dice dice, String text, int at, int end) {
    int to = dice.below(text.length());
    return text.substring(0, Math.min(at, to))
        + text.substring(at, end)
        + text.substring(Math.min(at, to));
  }

  /** A text in the encoding of a careless program, or with other line ends. */
  public static byte[] encoded(Dice dice, String text) {
    List<UnaryOperator<String>> ends =
        List.of(
            t -> t,
            t -> t,
            t -> t,
            t -> t.replace("\n", "\r\n"),
            t -> t.replace('\n', '\r'),
            t -> "\uFEFF" + t,
            String::stripTrailing);
    Charset charset =
        dice.one(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            Charset.forName("GB18030"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16,
            StandardCharsets.ISO_8859_1);
    return dice.one(ends).apply(text).getBytes(charset);
  }

  /** Bytes as a bad line or a full disk leaves them. */
  public static byte[] bytes(Dice dice, byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) dice.below(256)};
    }
    int at = dice.below(bytes.length);
    return switch (dice.below(6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> flipped(dice, bytes);
      case 2 -> filled(bytes, at, 1, dice.one(MARKS));
      case 3 -> filled(bytes, at, 512, (byte) 0);
      case 4 -> doubled(dice, bytes, at);
      default -> filled(bytes, at, 4, dice.one(MARKS));
    };
  }

  private static byte[] flipped(Dice dice, byte[] bytes) {
    byte[] flipped = bytes.clone();
    for (int i = dice.below(8); i >= 0; i--) {
      flipped[dice.below(flipped.length)] ^= (byte) (1 << dice.below(8));
    }
    return flipped;
  }

  private static byte[] filled(byte[] bytes, int at, int length, byte with) {
    byte[] filled = bytes.clone();
    Arrays.fill(filled, at, Math.min(filled.length, at + length), with);
    return filled;
  }

  private static byte[] doubled(Dice dice, byte[] bytes, int at) {
    ByteArrayOutputStream doubled = new ByteArrayOutputStream();
    int from = dice.below(bytes.length);
    doubled.write(bytes, 0, at);
    doubled.write(bytes, from, Math.min(bytes.length - from, 1 + dice.below(600)));
    doubled.write(bytes, at, bytes.length - at);
    return doubled.toByteArray();
  }

  /** A few changes, one after the other. */
  public static String texts(Dice dice, String text, int most) {
    String changed = text;
    for (int i = dice.below(most + 1); i > 0; i--) {
      changed = text(dice, changed);
    }
    return changed;
  }

  /** Lines with one doubled, left out, or put elsewhere. */
  public static String lines(Dice dice, String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = dice.below(lines.size());
    switch (dice.below(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(dice.below(lines.size()), lines.get(at));
      case 2 -> lines.set(at, lines.get(at).repeat(2));
      default -> lines.set(at, lines.get(dice.below(lines.size())));
    }
    return String.join("\n", lines);
  }
}
