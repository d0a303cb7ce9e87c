package org.diaodu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a file may be a form, from its texts alone. */
class FormTracesTest {
  private static final String CODE = "<t>行码（勿改）</t>";

  @TempDir private Path folder;

  @Test
  void aWorkbookThatKeepsItsTextsApart() throws IOException {
    assertThat(FormTraces.in(workbook(Map.of("xl/sharedStrings.xml", CODE)))).isTrue();
    assertThat(FormTraces.in(workbook(Map.of("xl/sharedStrings.xml", "<t>地区</t>")))).isFalse();
  }

  @Test
  void aWorkbookWhoseTextsStandInItsSheets() throws IOException {
    Map<String, String> sheets =
        Map.of(
            "xl/worksheets/sheet1.xml",
            "<c t=\"inlineStr\"><is><t>封面</t></is></c>",
            "xl/worksheets/sheet2.xml",
            "<c t=\"inlineStr\"><is>" + CODE + "</is></c>");
    assertThat(FormTraces.in(workbook(sheets))).isTrue();

    Map<String, String> withNoneApart = new TreeMap<>(sheets);
    withNoneApart.put("xl/sharedStrings.xml", "<sst count=\"0\"/>");
    assertThat(FormTraces.in(workbook(withNoneApart))).isTrue();
  }

  @Test
  void aCommentIsNoSheet() throws IOException {
    assertThat(FormTraces.in(workbook(Map.of("xl/comments1.xml", CODE)))).isFalse();
  }

  @Test
  void aWorkbookWhoseTextsEndEarlyIsNone() throws IOException {
    Path whole = workbook(Map.of("xl/sharedStrings.xml", "<t>地区</t>".repeat(100)));
    byte[] bytes = Files.readAllBytes(whole);
    // The directory says that fewer bytes are packed there than their own end needs.
    int packed = indexOfDirectory(bytes) + 20;
    Arrays.fill(bytes, packed, packed + 4, (byte) 0);
    bytes[packed] = 5;
    assertThat(FormTraces.in(Files.write(folder.resolve("damaged.xlsx"), bytes))).isFalse();
  }

  @Test
  void aWorkbookWithoutItsEndIsNone() throws IOException {
    byte[] bytes = Files.readAllBytes(workbook(Map.of("xl/sharedStrings.xml", CODE)));
    Path cut = folder.resolve("cut.xlsx");
    assertThat(FormTraces.in(Files.write(cut, Arrays.copyOf(bytes, bytes.length - 30)))).isFalse();
  }

  @Test
  void aFileThatIsGoneIsNone() {
    assertThat(FormTraces.in(folder.resolve("gone.xlsx"))).isFalse();
  }

  private Path workbook(Map<String, String> parts) throws IOException {
    Path file = Files.createTempFile(folder, "form", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.closeEntry();
      for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  /** Where the entry of the last part begins in the directory. */
  private static int indexOfDirectory(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
  }
}
