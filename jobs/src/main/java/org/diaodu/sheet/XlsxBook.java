package org.diaodu.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** {@code .xlsx} and {@code .xlsm}, read as a stream: memory for the cells, not for the XML. */
final class XlsxBook {
  /** A part that unpacks to more than a hundred times its size is no table. */
  private static final double LEAST_INFLATE_RATIO = 0.01;

  /** Bytes of one unpacked part. */
  private static final long LARGEST_PART = 256L << 20;

  private XlsxBook() {}

  static Book read(Path file) {
    ZipSecureFile.setMinInflateRatio(LEAST_INFLATE_RATIO);
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    // Closed without saving: revert, since close would look at every part again.
    try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(container);
      SharedStrings strings = sharedStrings(reader);
      StylesTable styles = reader.getStylesTable();
      WorkbookSettings settings = settings(reader);
      List<Grid> grids = new ArrayList<>();
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        WorkbookParts.sheets(grids.size() + 1);
        try (InputStream sheet = sheets.next()) {
          String name = sheets.getSheetName();
          Grid.Builder grid = new Grid.Builder(name, settings.isHidden(name));
          parse(sheet, new XlsxSheet(grid, strings, styles, settings.look()));
          grids.add(grid.build());
          WorkbookParts.cells(grids);
        }
      }
      if (grids.isEmpty()) {
        throw notAWorkbook(null);
      }
      return new Book(grids, has(container, "/vbaProject"), has(container, "/externalLinks/"));
    } catch (UnreadableSheetException e) {
      throw e;
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException e) {
      throw otherKind(file).orElseGet(() -> refused(e));
    }
  }

  /** What an archive that cannot be opened is, where the names of its parts say it. */
  private static Optional<UnreadableSheetException> otherKind(Path file) {
    try (ZipFile parts = new ZipFile(file.toFile())) {
      if (parts.getEntry("xl/workbook.bin") != null) {
        return Optional.of(WorkbookParts.otherFormat("Excel二进制工作簿（xlsb）"));
      }
      boolean openDocument =
          parts.getEntry("mimetype") != null && parts.getEntry("content.xml") != null;
      return openDocument
          ? Optional.of(WorkbookParts.otherFormat("OpenDocument表格（ods）"))
          : Optional.empty();
    } catch (IOException noArchive) {
      return Optional.empty();
    }
  }

  private static UnreadableSheetException refused(Exception e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof UnreadableSheetException unreadable) {
        return unreadable;
      }
      String message = String.valueOf(t.getMessage());
      if (message.contains("Strict OOXML")) {
        return WorkbookParts.otherFormat("严格的Open XML工作簿（Strict，ISO/IEC 29500）");
      }
      if (message.contains("Zip bomb") || message.contains("zip bomb")) {
        return new UnreadableSheetException(
            "zip_bomb", "解压后大得异常的文件", "正常的Excel文件", "文件解压后大得异常，不予读取。请核对来源");
      }
      if (message.contains("DOCTYPE")) {
        return new UnreadableSheetException(
            "xml_entities", "带有DOCTYPE的XML", "没有DOCTYPE的XML", "文件里有不允许的XML声明，不予读取。请核对来源");
      }
    }
    return e instanceof OpenXML4JException ? notAWorkbook(e) : WorkbookParts.damaged(e);
  }

  private static UnreadableSheetException notAWorkbook(Exception cause) {
    UnreadableSheetException refused =
        new UnreadableSheetException(
            "not_a_workbook",
            "ZIP文件，但不是Excel工作簿",
            "Excel工作簿",
            "文件不是Excel工作簿，或已损坏。请在Excel中另存为xlsx后重新报送");
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }

  private static boolean has(OPCPackage container, String part) throws OpenXML4JException {
    for (PackagePart p : container.getParts()) {
      if (p.getPartName().getName().contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static SharedStrings sharedStrings(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    SharedStrings strings = new SharedStrings();
    try (InputStream xml = reader.getSharedStringsData()) {
      if (xml != null) {
        parse(xml, strings);
      }
    }
    return strings;
  }

  private static WorkbookSettings settings(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    WorkbookSettings settings = new WorkbookSettings();
    try (InputStream workbook = reader.getWorkbookData()) {
      parse(workbook, settings);
    }
    return settings;
  }

  private static void parse(InputStream xml, DefaultHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader reader = XMLHelper.newXMLReader();
    reader.setContentHandler(handler);
    reader.parse(new InputSource(xml));
  }
}
