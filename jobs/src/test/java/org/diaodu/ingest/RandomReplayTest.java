package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diaodu.domain.VintageOrder;
import org.junit.jupiter.api.Test;

/**
 * Nights one by one against one replay of the archive that they leave: the same figure as of every
 * day. {@code -Ddiaodu.replay.sequences=100000} tries more of them, {@code -Ddiaodu.replay.seed}
 * others; docs/reliability.md has the results.
 */
class RandomReplayTest {
  private static final int SEQUENCES = Integer.getInteger("diaodu.replay.sequences", 2000);
  private static final long SEED = Long.getLong("diaodu.replay.seed", 20240715L);
  private static final int NIGHTS = 6;

  @Test
  void aReplayOfTheArchiveGivesTheFiguresOfTheNights() {
    for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
      RandomArchive archive = new RandomArchive(seed);
      Ledgers ledgers = new Ledgers();
      Warehouse nights = new Warehouse(ledgers);
      Instant last = Instant.EPOCH;
      for (int night = 0; night < NIGHTS; night++) {
        last = archive.untilNight();
        nights.run(archive.files(), last);
      }
      Warehouse replayed = new Warehouse(ledgers);
      replayed.run(archive.filesWithoutTimes(), last.plusSeconds(86_400));

      assertThat(replayed.byDay())
          .as("sequence %d: %s", seed, String.join("\n", archive.told()))
          .isEqualTo(nights.byDay());
    }
  }

  /** What goes with the files. */
  private static final class Ledgers {
    private final Set<Arrival> arrivals = new LinkedHashSet<>();
    private final Set<Arrival> heldFigures = new HashSet<>();
    private final Map<String, Instant> heldFiles = new HashMap<>();
  }

  /** A statement that was stored. */
  private record Stored(RandomArchive.Content content, Instant arrivedAt, Instant recordedAt) {}

  /** What a night does with files, by the rules of the program and without its tables. */
  private static final class Warehouse implements Arrivals.Holds {
    private final Ledgers ledgers;
    private final List<Arrival> received = new ArrayList<>();
    private final List<Stored> stored = new ArrayList<>();

    Warehouse(Ledgers ledgers) {
      this.ledgers = ledgers;
    }

    void run(List<LandingFile> files, Instant now) {
      List<Arrival> noted = List.copyOf(ledgers.arrivals);
      Arrivals arrivals = Arrivals.of(files, received, noted, file -> false, this, now);
      Set<Instant> tied = arrivals.tied(received);
      Set<LandingFile> held = contradicting(arrivals.speaking());
      int ordinal = 0;
      List<Stored> tonight = new ArrayList<>();
      for (LandingFile file : arrivals.speaking()) {
        Stored said =
            new Stored(
                RandomArchive.contentOf(file), file.arrivedAt(), now.plusNanos(1000L * ordinal++));
        boolean isHeld =
            arrivals.replayed().contains(file.file())
                ? ledgers.heldFigures.contains(figure(file))
                : held.contains(file) || (tied.contains(file.arrivedAt()) && contradicts(said));
        if (isHeld) {
          ledgers.heldFigures.add(figure(file));
        } else {
          tonight.add(said);
        }
      }
      stored.addAll(tonight);
      arrivals.again().forEach(file -> ledgers.heldFiles.put(place(file), file.arrivedAt()));
      received.addAll(arrivals.noted());
      ledgers.arrivals.addAll(received);
    }

    private static Arrival figure(LandingFile file) {
      return new Arrival("", file.sha256(), file.arrivedAt());
    }

    private static String place(LandingFile file) {
      return file.file() + "|" + file.sha256();
    }

    /** Whether something else was stored of that release that came at that instant. */
    private boolean contradicts(Stored said) {
      return stored.stream()
          .filter(other -> other.arrivedAt().equals(said.arrivedAt()))
          .filter(other -> other.content().release().equals(said.content().release()))
          .anyMatch(other -> !other.content().value().equals(said.content().value()));
    }

    private static Set<LandingFile> contradicting(List<LandingFile> speaking) {
      Map<List<?>, List<LandingFile>> together = new HashMap<>();
      for (LandingFile file : speaking) {
        together
            .computeIfAbsent(
                List.of(file.arrivedAt(), RandomArchive.contentOf(file).release()),
                at -> new ArrayList<>())
            .add(file);
      }
      Set<LandingFile> held = new HashSet<>();
      for (List<LandingFile> files : together.values()) {
        Map<SameFigure.Statement, LandingFile> byStatement = new HashMap<>();
        files.forEach(file -> byStatement.put(statement(file), file));
        SameFigure.judge(List.copyOf(byStatement.keySet()))
            .forEach(
                (of, verdict) -> {
                  if (verdict.conflict() != null) {
                    held.add(byStatement.get(of));
                  }
                });
      }
      return held;
    }

    private static SameFigure.Statement statement(LandingFile file) {
      String value = RandomArchive.contentOf(file).value();
      return new SameFigure.Statement(
          file.file(),
          2,
          "2:6",
          value,
          value.isEmpty() ? null : value,
          value.isEmpty() ? "M" : "A",
          null,
          "",
          false);
    }

    /** The figure as of each day of a release; empty where it was withdrawn. */
    Map<LocalDate, String> byDay() {
      Comparator<Stored> order =
          VintageOrder.of(s -> s.content().release(), Stored::arrivedAt, Stored::recordedAt);
      Map<LocalDate, String> byDay = new TreeMap<>();
      for (LocalDate day : RandomArchive.RELEASES) {
        stored.stream()
            .filter(said -> !said.content().release().isAfter(day))
            .max(order)
            .ifPresent(said -> byDay.put(day, said.content().value()));
      }
      return byDay;
    }

    @Override
    public Instant heldAt(LandingFile file) {
      return ledgers.heldFiles.get(place(file));
    }

    @Override
    public Instant confirmedAt(LandingFile file) {
      return null;
    }
  }
}
