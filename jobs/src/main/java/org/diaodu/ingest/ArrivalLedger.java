package org.diaodu.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * {@value #NAME} in the landing folder: what came when. It goes where the files go, so that they
 * read into another warehouse give the same figures for every day, whatever became of their times
 * of change. One line for each content that came to a place, in the order in which they came:
 *
 * <pre>
 * file,sha256,arrived_at
 * 2024/06/commerce.csv,9f86d0…,2024-07-15T01:02:03.000004Z
 * copy/commerce.csv,9f86d0…,            (said nothing new)
 * </pre>
 */
public final class ArrivalLedger {
  /** Its name. */
  public static final String NAME = "_arrivals.ledger";

  private static final List<String> HEADER = List.of("file", "sha256", "arrived_at");

  private final Path file;
  private final Set<Arrival> arrivals;
  private final List<String> faults;

  private ArrivalLedger(Path file, Set<Arrival> arrivals, List<String> faults) {
    this.file = file;
    this.arrivals = arrivals;
    this.faults = faults;
  }

  /**
   * That of a landing folder; empty where there is none yet. A line that cannot be read is told.
   */
  public static ArrivalLedger of(Path landing) {
    Path file = landing.resolve(NAME);
    Set<Arrival> arrivals = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser lines = CSVFormat.RFC4180.builder().get().parse(reader)) {
      for (CSVRecord line : lines) {
        if (lines.getRecordNumber() > 1) {
          read(line, arrivals, faults);
        }
      }
    } catch (NoSuchFileException none) {
      return new ArrivalLedger(file, arrivals, faults);
    } catch (IOException | UncheckedIOException e) {
      faults.add("到达账本读不出（%s），此后的各行没有采用。请从备份恢复".formatted(e.getMessage()));
    }
    return new ArrivalLedger(file, arrivals, List.copyOf(faults));
  }

  private static void read(CSVRecord line, Set<Arrival> arrivals, List<String> faults) {
    try {
      String at = line.get(2);
      arrivals.add(new Arrival(line.get(0), line.get(1), at.isEmpty() ? null : Instant.parse(at)));
    } catch (ArrayIndexOutOfBoundsException | DateTimeParseException e) {
      faults.add("到达账本第%d行应为“文件、SHA-256、到达时间”三项，没有采用。请改正或删去这一行".formatted(line.getRecordNumber()));
    }
  }

  /** What it knows, in the order of its lines. */
  public List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /** What is wrong with it, in Chinese. */
  public List<String> faults() {
    return faults;
  }

  /**
   * Adds what it does not know yet; where it knows all, nothing is written. The folder may be one
   * that only others write to: then there is no ledger, and that is told.
   *
   * @return why it could not be written, in Chinese; empty where it could
   */
  public List<String> add(List<Arrival> more) {
    Set<Arrival> all = new LinkedHashSet<>(arrivals);
    // A ledger with lines that cannot be read is left for somebody to mend.
    if (!all.addAll(more) || !faults.isEmpty()) {
      return List.of();
    }
    try {
      Path beside = Files.createTempFile(file.getParent(), "." + NAME, ".part");
      Files.writeString(beside, text(all));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return List.of();
    } catch (IOException e) {
      return List.of(
          "到达账本没有写成（%s）。以后用这些文件重建数据仓库时，只能按文件的修改时间判断先后。请给收件目录写入权限".formatted(e.getMessage()));
    }
  }

  private static String text(Set<Arrival> arrivals) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      csv.printRecord(HEADER);
      for (Arrival arrival : arrivals) {
        csv.printRecord(arrival.file(), arrival.sha256(), arrival.at() == null ? "" : arrival.at());
      }
    }
    return text.toString();
  }
}
