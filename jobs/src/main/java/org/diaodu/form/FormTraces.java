package org.diaodu.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.diaodu.sheet.FileKind;

/** Finds out at little cost whether a file may be a form, before its sheets are opened. */
public final class FormTraces {
  /** The part of a workbook that holds its texts. */
  private static final String TEXTS = "xl/sharedStrings.xml";

  /** The parts of a workbook that hold its cells. */
  private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");

  /** Bytes of texts, or of sheets; those of a form are far fewer. */
  private static final int MOST = 8 << 20;

  /** How the texts of an old workbook, of a page and of a text file are written. */
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

  private FormTraces() {}

  /**
   * Whether the header of the codes stands anywhere in a file; of a large one, in its beginning.
   * Not in one that is damaged or gone: what is wrong with it is said where its figures are read.
   */
  public static boolean in(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] beginning = in.readNBytes(MOST);
      return FileKind.of(beginning) == FileKind.xlsx
          ? inWorkbook(file)
          : CHARSETS.stream().anyMatch(charset -> contains(beginning, charset));
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Some programs write the texts of a workbook into its sheets. */
  private static boolean inWorkbook(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      ZipEntry texts = zip.getEntry(TEXTS);
      if (texts != null && contains(beginning(zip, texts, MOST), StandardCharsets.UTF_8)) {
        return true;
      }
      int left = MOST;
      for (ZipEntry sheet :
          zip.stream().filter(e -> SHEET.matcher(e.getName()).matches()).toList()) {
        byte[] beginning = beginning(zip, sheet, left);
        if (contains(beginning, StandardCharsets.UTF_8)) {
          return true;
        }
        left -= beginning.length;
      }
      return false;
    }
  }

  private static byte[] beginning(ZipFile zip, ZipEntry part, int most) throws IOException {
    try (InputStream in = zip.getInputStream(part)) {
      return in.readNBytes(most);
    }
  }

  /** Any bytes are a text of one byte a character. */
  private static boolean contains(byte[] bytes, Charset charset) {
    String wanted = new String(FormKind.CODE.getBytes(charset), StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(wanted);
  }
}
