package org.diaodu.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is, by its first bytes; its name says nothing reliable. */
public enum FileKind {
  /** An OOXML workbook: a ZIP archive. */
  xlsx,
  /** A BIFF workbook, or an encrypted OOXML one: an OLE 2 container. */
  xls,
  /** A web page, often saved with the name of a workbook. */
  html,
  /** Another kind of XML, such as the one of Excel 2003. */
  xml,
  /** A web page with all that belongs to it in one file. */
  mhtml,
  /** Something else. */
  other;

  private static final Pattern MHTML =
      Pattern.compile(
          "\\A(?:[\\w-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*?"
              + "(?:mime-version:|content-type:\\s*multipart/related)");
  private static final Pattern XML =
      Pattern.compile("\\A(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\\s*<\\?xml\\b");

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
    if (MHTML.matcher(text).find()) {
      return mhtml;
    }
    boolean page = text.contains("<html") || text.contains("<!doctype html");
    // Other kinds of XML have tables as well.
    if (!page && XML.matcher(text).find()) {
      return xml;
    }
    return page || text.contains("<table") ? html : other;
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
