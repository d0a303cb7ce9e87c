package org.diaodu.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.diaodu.files.LedgerFile;

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
  private final boolean isThere;

  private ArrivalLedger(Path file, boolean isThere, Set<Arrival> arrivals, List<String> faults) {
    this.isThere = isThere;
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
    List<CSVRecord> lines = new ArrayList<>();
    try {
      LedgerFile.read(file, lines);
    } catch (IOException e) {
      faults.add("到达账本读不出（%s），此后的各行没有采用。请从备份恢复".formatted(e.getMessage()));
    }
    lines.forEach(line -> read(line, arrivals, faults));
    return new ArrivalLedger(file, Files.exists(file), arrivals, List.copyOf(faults));
  }

  private static void read(CSVRecord line, Set<Arrival> arrivals, List<String> faults) {
    try {
      String at = line.get(2);
      arrivals.add(new Arrival(line.get(0), line.get(1), at.isEmpty() ? null : Instant.parse(at)));
    } catch (ArrayIndexOutOfBoundsException | DateTimeParseException e) {
      faults.add("到达账本第%d行应为“文件、SHA-256、到达时间”三项，没有采用。请改正或删去这一行".formatted(line.getRecordNumber()));
    }
  }

  /** Whether there was one when it was read: a folder that was never received has none yet. */
  public boolean isThere() {
    return isThere;
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
      LedgerFile.write(file, HEADER, all.stream().map(ArrivalLedger::line).toList());
      return List.of();
    } catch (IOException e) {
      return List.of(
          "到达账本没有写成（%s）。以后用这些文件重建数据仓库时，只能按文件的修改时间判断先后。请给收件目录写入权限".formatted(e.getMessage()));
    }
  }

  private static List<String> line(Arrival arrival) {
    String at = arrival.at() == null ? "" : arrival.at().toString();
    return List.of(arrival.file(), arrival.sha256(), at);
  }
}
