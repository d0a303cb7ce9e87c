package org.diaodu.hold;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.diaodu.files.LedgerFile;

/**
 * {@value #NAME} in the landing folder: what was held, and who decided what of it. It goes where
 * the files go, so that they read into another warehouse are held, accepted and refused as they
 * were then, whatever is known there by the time and whatever the rules have become.
 *
 * <pre>
 * kind,id,file,sha256,cell,arrived_at,statement,by,reason,decided_at
 * held,H0a1b2c3d4e,a.csv,9f86d0…,2:6,2024-07-15T01:02:03Z,retail_sales/T01/…=21234,,,
 * accepted,H0a1b2c3d4e,,,,,retail_sales/T01/…=21234,王某,商务局来函属实,2024-07-16T01:00:00Z
 * </pre>
 */
public final class HoldLedger {
  /** Its name. */
  public static final String NAME = "_holds.ledger";

  private static final List<String> HEADER =
      List.of(
          "kind",
          "id",
          "file",
          "sha256",
          "cell",
          "arrived_at",
          "statement",
          "by",
          "reason",
          "decided_at");

  /** A content that came at an instant, wherever it lies by now. */
  private record Content(String sha256, Instant arrivedAt) {}

  private final Path file;
  private final Set<HoldEntry> entries = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<Content, Set<String>> held = new HashMap<>();
  private final Map<String, HoldEntry> decisions = new HashMap<>();

  private HoldLedger(Path file) {
    this.file = file;
  }

  /**
   * That of a landing folder; empty where there is none yet. A line that cannot be read is told.
   */
  public static HoldLedger of(Path landing) {
    HoldLedger ledger = new HoldLedger(landing.resolve(NAME));
    List<CSVRecord> lines = new ArrayList<>();
    try {
      LedgerFile.read(ledger.file, lines);
    } catch (IOException e) {
      ledger.faults.add("核实账本读不出（%s），此后的各行没有采用。请从备份恢复".formatted(e.getMessage()));
    }
    lines.forEach(ledger::read);
    return ledger;
  }

  private void read(CSVRecord line) {
    try {
      note(
          new HoldEntry(
              HoldEntry.Kind.valueOf(line.get(0)),
              line.get(1),
              line.get(2),
              line.get(3),
              line.get(4),
              instant(line.get(5)),
              line.get(6),
              line.get(7),
              line.get(8),
              instant(line.get(9))));
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException | DateTimeParseException e) {
      faults.add("核实账本第%d行读不懂，没有采用。请改正这一行".formatted(line.getRecordNumber()));
    }
  }

  private static Instant instant(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }

  private boolean note(HoldEntry entry) {
    if (!entries.add(entry)) {
      return false;
    }
    if (entry.isDecision()) {
      decisions.put(entry.id(), entry);
    } else {
      held.computeIfAbsent(new Content(entry.sha256(), entry.arrivedAt()), c -> new HashSet<>())
          .add(entry.cell());
    }
    return true;
  }

  /** What it says, in the order of its lines. */
  public List<HoldEntry> entries() {
    return List.copyOf(entries);
  }

  /** What is wrong with it, in Chinese. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** The cells of a content that were held when it came. */
  public Set<String> heldIn(String sha256, Instant arrivedAt) {
    return held.getOrDefault(new Content(sha256, arrivedAt), Set.of());
  }

  /** When a file came that was held as a whole; null where it was not. */
  public Instant wholeFileHeldAt(String file, String sha256) {
    return entries.stream()
        .filter(entry -> !entry.isDecision() && entry.cell().equals(HoldEntry.WHOLE_FILE))
        .filter(entry -> entry.file().equals(file) && entry.sha256().equals(sha256))
        .map(HoldEntry::arrivedAt)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The last decision on what is held; empty where nobody has decided. */
  public Optional<HoldEntry> decision(String id) {
    return Optional.ofNullable(decisions.get(id));
  }

  /** The last decision on each of what is held. */
  public Collection<HoldEntry> decisions() {
    return List.copyOf(decisions.values());
  }

  /**
   * Adds what it does not say yet; where it says all, nothing is written.
   *
   * @throws IOException where it cannot be written, or has lines that somebody must mend first
   */
  public void add(List<HoldEntry> more) throws IOException {
    boolean any = false;
    for (HoldEntry entry : more) {
      any |= note(entry);
    }
    if (!any) {
      return;
    }
    if (!faults.isEmpty()) {
      throw new IOException(String.join("；", faults));
    }
    LedgerFile.write(file, HEADER, entries.stream().map(HoldLedger::line).toList());
  }

  private static List<String> line(HoldEntry entry) {
    return List.of(
        entry.kind().name(),
        entry.id(),
        entry.file(),
        entry.sha256(),
        entry.cell(),
        text(entry.arrivedAt()),
        entry.statement(),
        entry.by(),
        entry.reason(),
        text(entry.at()));
  }

  private static String text(Instant instant) {
    return instant == null ? "" : instant.toString();
  }
}
