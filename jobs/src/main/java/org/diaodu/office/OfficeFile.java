package org.diaodu.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties;
import org.diaodu.document.Document;

/** Writes a Word file or a workbook so that the same content gives the same bytes. */
final class OfficeFile {
  /** The first day a zip entry can have. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private OfficeFile() {}

  /** The bytes of a file, with the document's title, its as-of day, and no time of making. */
  static byte[] bytes(POIXMLDocument file, Document document) {
    try {
      POIXMLProperties.CoreProperties properties = file.getProperties().getCoreProperties();
      properties.setTitle(document.title());
      properties.setCreator(document.issuer());
      String day = document.asOf() + "T00:00:00Z";
      properties.setCreated(day);
      properties.setModified(day);
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      file.write(written);
      return withoutTimes(written.toByteArray());
    } catch (IOException | org.apache.poi.openxml4j.exceptions.OpenXML4JException e) {
      throw new IllegalStateException("Cannot write " + document.id(), e);
    }
  }

  private static byte[] withoutTimes(byte[] zip) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(ALWAYS);
        copy.putNextEntry(same);
        if (entry.getName().endsWith(".xlsx")) {
          // The figures behind a chart.
          copy.write(withoutTimes(in.readAllBytes()));
        } else {
          in.transferTo(copy);
        }
        copy.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy a zip in memory", e);
    }
    return out.toByteArray();
  }
}
