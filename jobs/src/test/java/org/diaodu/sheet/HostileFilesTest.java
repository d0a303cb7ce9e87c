package org.diaodu.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that would harm or hang a careless reader fail with a reason. */
class HostileFilesTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir private Path folder;

  @Test
  void aZipBombIsNotUnpacked() throws IOException {
    byte[] sheet =
        ("<worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
                + " r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                + " ".repeat(300_000_000)
                + "</sheetData></worksheet>")
            .getBytes(StandardCharsets.US_ASCII);

    assertThat(rule(withSheet(sheet))).isEqualTo("zip_bomb");
  }

  @Test
  void anXmlEntityIsNotExpanded() throws IOException {
    String sheet =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;&c;</t></is></c></row>"
            + "</sheetData></worksheet>";

    assertThat(rule(withSheet(sheet.getBytes(StandardCharsets.UTF_8)))).isEqualTo("xml_entities");
  }

  @Test
  void aPasswordIsAskedForAndNotGuessed() throws IOException, GeneralSecurityException {
    EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
    Encryptor encryptor = info.getEncryptor();
    encryptor.confirmPassword("secret");
    Path xlsx = folder.resolve("locked.xlsx");
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      try (OutputStream out = encryptor.getDataStream(container)) {
        out.write(workbook(new XSSFWorkbook()));
      }
      try (OutputStream out = Files.newOutputStream(xlsx)) {
        container.writeFilesystem(out);
      }
    }
    assertThat(rule(xlsx)).isEqualTo("password_protected");

    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try {
      assertThat(rule(file("locked.xls", workbook(new HSSFWorkbook()))))
          .as("the key of this thread opens it")
          .isNull();
      Biff8EncryptionKey.setCurrentUserPassword(null);
      assertThat(rule(folder.resolve("locked.xls"))).isEqualTo("password_protected");
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  @Test
  void aTruncatedWorkbookIsDamaged() throws IOException {
    byte[] xls = workbook(new HSSFWorkbook());
    byte[] xlsx = workbook(new XSSFWorkbook());

    assertThat(rule(file("a.xls", Arrays.copyOf(xls, xls.length / 3)))).isEqualTo("damaged_file");
    assertThat(rule(file("a.xlsx", Arrays.copyOf(xlsx, xlsx.length / 2))))
        .isIn("damaged_file", "not_a_workbook");
  }

  @Test
  void anArchiveThatIsNoWorkbookIsSaidToBeNone() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write("x".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(rule(file("a.xlsx", zip.toByteArray()))).isEqualTo("not_a_workbook");
  }

  @Test
  void aWorkbookOfAnotherKindIsCalledByItsName() throws IOException {
    assertThat(rule(file("a.ods", archive("mimetype", "content.xml")))).isEqualTo("other_format");
    assertThat(rule(file("a.xlsb", archive("[Content_Types].xml", "xl/workbook.bin"))))
        .isEqualTo("other_format");
    assertThat(rule(file("a.zip", archive("mimetype", "a.txt")))).isEqualTo("not_a_workbook");
  }

  private static byte[] archive(String... names) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write("x".getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip.toByteArray();
  }

  @Test
  void aMillionColumnsAreNoTable() throws IOException {
    assertThat(rule(file("wide.csv", "1,".repeat(1_000_000).getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("too_large");
  }

  @Test
  void tenMegabytesInACellAreNoText() throws IOException {
    String cell = "字".repeat(3_500_000);
    assertThat(rule(file("long.csv", ("地区,数\n甲县," + cell).getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("text_too_long");
    String sheet =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
            + cell
            + "</t></is></c></row></sheetData></worksheet>";
    assertThat(rule(withSheet(sheet.getBytes(StandardCharsets.UTF_8))))
        .isIn("text_too_long", "zip_bomb");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    assertThat(rule(file("a.csv", new byte[] {1, 2, (byte) 0xFF, (byte) 0xFE, 0, 3})))
        .isEqualTo("binary_file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"A1\"><v>1E999999999</v></c>",
        "<c r=\"A1\"><v>1E-999999999</v></c>",
        "<c r=\"A1\"><v>NaN</v></c>",
        "<c r=\"A1\"><v>12</v><v>34</v></c>",
        "<c r=\"A1\" t=\"inlineStr\"><is><t>12</t></is><v>34</v></c>",
        "<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>",
        "<c r=\"BAAA1\"><v>1</v></c>",
        "<c r=\"A2\"><v>1</v></c>",
        "<c r=\"A1\" t=\"zz\"><v>12</v></c>",
        "<c r=\"A1\" s=\"99\"><v>12</v></c>",
        "<c r=\"A1\" t=\"s\"><v>-1</v></c>"
      })
  void aCellThatNoSpreadsheetWritesMakesTheFileDamaged(String cell) throws IOException {
    assertThat(rule(withSheet(sheet("<row r=\"1\">" + cell + "</row>", ""))))
        .isEqualTo("damaged_file");
  }

  @Test
  void whatIsOnlyReadAloudIsNoText() throws IOException {
    String cell =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>12</t><rPh sb=\"0\""
            + " eb=\"1\"><t>34</t></rPh></is></c></row>";

    assertThat(
            Books.read(withSheet(sheet(cell, ""))).grids().get(0).cell(0, 0).orElseThrow().text())
        .isEqualTo("12");
  }

  @Test
  void tenThousandMergesOverTenThousandRowsAreNoTable() throws IOException {
    String merges =
        "<mergeCells>" + "<mergeCell ref=\"A1:B10000\"/>".repeat(10_000) + "</mergeCells>";
    String row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    assertThat(rule(withSheet(sheet(row, merges)))).isIn("too_large", "zip_bomb");
  }

  @Test
  void blankCellsOfAPageThatSpanMillionsAreNoTable() throws IOException {
    String page = "<table>" + "<tr><td colspan=\"16384\"></td></tr>".repeat(10_000) + "</table>";

    assertThat(rule(file("a.html", page.getBytes(StandardCharsets.UTF_8)))).isEqualTo("too_large");
  }

  @Test
  void elementsOfAPageWithinEachOtherAThousandfoldAreNoTable() throws IOException {
    String page = "<table><tr><td>".repeat(5_000) + "</table>".repeat(5_000);

    assertThat(rule(file("a.html", page.getBytes(StandardCharsets.UTF_8)))).isEqualTo("too_large");
  }

  @Test
  void aBinaryWorkbookCutAnywhereGivesNoCellThatTheWholeDoesNotHave() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("a");
      for (int row = 0; row < 100; row++) {
        sheet.createRow(row).createCell(0).setCellValue(1000.5 + row);
      }
      workbook.write(out);
    }
    byte[] whole = out.toByteArray();

    for (int length = 512; length < whole.length; length += 61) {
      Path cut = file("cut.xls", Arrays.copyOf(whole, length));
      try {
        Grid grid = Books.read(cut).grids().get(0);
        for (int row = 0; row < grid.rowCount(); row++) {
          assertThat(grid.cell(row, 0).map(GridCell::text))
              .as("row %d of a file cut after %d bytes", row, length)
              .contains(1000 + row + ".5");
        }
      } catch (UnreadableSheetException refused) {
        assertThat(refused.ruleId()).isEqualTo("damaged_file");
      }
    }
  }

  @Test
  void anArchiveInWhichASheetIsTwiceIsRefused() throws IOException {
    byte[] sheet = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "");
    Path file = withSheet(sheet, "xl/worksheets/sheet9.xml");
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Files.write(
        file, bytes.replace("sheet9.xml", "sheet1.xml").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(rule(file)).as("which of the two is meant?").isIn("damaged_file", "not_a_workbook");
  }

  @Test
  void nothingOfAnArchiveIsWrittenToTheDisk() throws IOException {
    Path file = withSheet(sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", ""), "../slip.xml");

    rule(file);

    assertThat(folder.resolve("../slip.xml")).doesNotExist();
    assertThat(folder).isDirectoryContaining("glob:**/crafted.xlsx");
  }

  private static byte[] sheet(String rows, String after) {
    return ("<worksheet"
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + rows
            + "</sheetData>"
            + after
            + "</worksheet>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String rule(Path file) {
    UnreadableSheetException refused =
        catchThrowableOfType(UnreadableSheetException.class, () -> Books.read(file));
    if (refused != null) {
      assertThat(refused.getMessage()).as("says what to do").contains("请");
    }
    return refused == null ? null : refused.ruleId();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] workbook(Workbook workbook) throws IOException {
    try (workbook;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.createSheet("a").createRow(0).createCell(0).setCellValue("x".repeat(5000));
      workbook.write(out);
      return out.toByteArray();
    }
  }

  /** A workbook whose first sheet is replaced. */
  private Path withSheet(byte[] sheet, String... others) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new java.io.ByteArrayInputStream(workbook(new XSSFWorkbook())))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    parts.put(SHEET, sheet);
    for (String other : others) {
      parts.put(other, sheet);
    }
    Path file = folder.resolve("crafted.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    }
    return file;
  }
}
