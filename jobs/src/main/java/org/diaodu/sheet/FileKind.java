package org.diaodu.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, by its first bytes; its name says nothing reliable. */
public enum FileKind {
  /** An OOXML workbook: a ZIP archive. */
  xlsx,
  /** A BIFF workbook, or an encrypted OOXML one: an OLE 2 container. */
  xls,
  /** A web page, often saved with the name of a workbook. */
  html,
  /** Something else. */
  other;

  /** The kind that the beginning of a file shows; 4096 bytes are enough. */
  public static FileKind of(byte[] beginning) {
    if (startsWith(beginning, 'P', 'K', 3, 4)) {
      return xlsx;
    }
    if (startsWith(beginning, 0xD0, 0xCF, 0x11, 0xE0)) {
      return xls;
    }
    String text =
        new String(beginning, StandardCharsets.ISO_8859_1)
            .replace("\u0000", "")
            .toLowerCase(Locale.ROOT);
    boolean markup =
        text.contains("<html") || text.contains("<table") || text.contains("<!doctype html");
    return markup ? html : other;
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
