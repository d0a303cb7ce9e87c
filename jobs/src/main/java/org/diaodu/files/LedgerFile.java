package org.diaodu.files;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A record that goes with the landing files: {@code _name.ledger} in their folder, a CSV table that
 * people can read. It is there wholly or not at all.
 */
public final class LedgerFile {
  private static final String BEFORE = "_";
  private static final String BEHIND = ".ledger";

  private LedgerFile() {}

  /** Whether a file of the landing folder is such a record and no data, by its name. */
  public static boolean isLedger(String name) {
    return name.startsWith(BEFORE) && name.endsWith(BEHIND);
  }

  /**
   * Its lines without the header; none where there is no such file yet.
   *
   * @param lines to which the lines are added, in their order, up to one that cannot be read
   * @throws IOException where it cannot be read, or not to its end
   */
  public static void read(Path file, Collection<CSVRecord> lines) throws IOException {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVFormat.RFC4180.builder().get().parse(reader)) {
      for (CSVRecord line : parser) {
        if (parser.getRecordNumber() > 1) {
          lines.add(line);
        }
      }
    } catch (NoSuchFileException none) {
      return;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Puts a table in the place of what was there. */
  public static void write(Path file, List<String> header, List<List<String>> lines)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      csv.printRecord(header);
      csv.printRecords(new ArrayList<>(lines));
    }
    Path beside = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
    Files.writeString(beside, text.toString());
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
