package org.diaodu.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.diaodu.sheet.FileKind;

/** Finds out at little cost whether a file may be a form, before its sheets are opened. */
public final class FormTraces {
  /** The part of a workbook that holds its texts. */
  private static final String TEXTS = "xl/sharedStrings.xml";

  /** Texts of a form are far fewer. */
  private static final int MOST = 8 << 20;

  /** How the texts of an old workbook, of a page and of a text file are written. */
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

  private FormTraces() {}

  /**
   * Whether the header of the codes stands anywhere in a file; of a large one, in its beginning.
   */
  public static boolean in(Path file) throws IOException {
    byte[] beginning;
    try (InputStream in = Files.newInputStream(file)) {
      beginning = in.readNBytes(MOST);
    }
    if (FileKind.of(beginning) == FileKind.xlsx) {
      return contains(texts(file), StandardCharsets.UTF_8);
    }
    return CHARSETS.stream().anyMatch(charset -> contains(beginning, charset));
  }

  private static byte[] texts(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      ZipEntry texts = zip.getEntry(TEXTS);
      if (texts == null) {
        return new byte[0];
      }
      try (InputStream in = zip.getInputStream(texts)) {
        return in.readNBytes(MOST);
      }
    } catch (ZipException damaged) {
      // What is wrong with the file is said where its figures are read.
      return new byte[0];
    }
  }

  /** Any bytes are a text of one byte a character. */
  private static boolean contains(byte[] bytes, Charset charset) {
    String wanted = new String(FormKind.CODE.getBytes(charset), StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(wanted);
  }
}
