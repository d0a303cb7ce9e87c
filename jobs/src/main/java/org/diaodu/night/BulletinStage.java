package org.diaodu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.bulletin.Bulletins;
import org.diaodu.contract.Table;
import org.diaodu.document.Mark;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.operation.Lineage;
import org.diaodu.operation.Stages;
import org.diaodu.page.DocumentPage;
import org.diaodu.region.Area;
import org.diaodu.region.RegionPack;
import org.diaodu.release.PeriodDocuments;
import org.diaodu.trace.TracedDocument;

/**
 * Writes the pages of the night, the bulletin and the notice of what is overdue, and counts the
 * lights for the summary. A page lies beside its place until the tables that it shows are
 * published.
 */
final class BulletinStage {
  private final Function<Table, Dataset<Row>> tables;
  private final RegionPack pack;
  private final LocalDate asOf;
  private final NightlySettings settings;
  private final Map<Light, Integer> targets = new EnumMap<>(Light.class);
  private final Map<String, Map<Light, Integer>> lights = new LinkedHashMap<>();
  private Optional<TimePeriod> period = Optional.empty();
  private Optional<Path> page = Optional.empty();
  private Optional<Path> overduePage = Optional.empty();
  private int overdue;
  private boolean simulated;

  BulletinStage(
      Function<Table, Dataset<Row>> tables,
      RegionPack pack,
      LocalDate asOf,
      NightlySettings settings) {
    this.tables = tables;
    this.pack = pack;
    this.asOf = asOf;
    this.settings = settings;
  }

  /** Composes the pages and writes them beside their places. */
  Stages.Done compose() {
    Instant now = settings.clock().instant();
    PeriodDocuments.Night tonight =
        new PeriodDocuments(tables, pack, asOf, now, settings.embargoed()).night(Optional.empty());
    PeriodDocuments.Night night =
        settings.period().map(wanted -> ofPeriod(wanted, now)).orElse(tonight);
    period = night.period();
    night
        .bulletin()
        .ifPresent(
            bulletin -> {
              countLights(night);
              simulated = bulletin.document().marks().contains(Mark.simulated);
              page =
                  Optional.of(
                      write("%s-%s-bulletin.html".formatted(pack.name(), period.get()), bulletin));
            });
    overdue =
        (int)
            tonight.figures().completeness().stream()
                .filter(row -> "missing".equals(row.text("status")))
                .count();
    overduePage = Optional.of(write("%s-overdue.html".formatted(pack.name()), tonight.overdue()));
    return Stages.Done.reading(Lineage.reads(PeriodDocuments.READS));
  }

  /** A period that is asked for speaks as of its own day. */
  private PeriodDocuments.Night ofPeriod(TimePeriod wanted, Instant now) {
    LocalDate day = PeriodDocuments.dayOf(wanted, pack, asOf);
    return PeriodDocuments.asOf(day, wanted, tables, asOf, pack, now, settings.embargoed())
        .night(Optional.of(wanted));
  }

  /** How many figures are overdue. */
  int overdue() {
    return overdue;
  }

  Optional<Path> overduePage() {
    return overduePage;
  }

  Optional<TimePeriod> period() {
    return period;
  }

  Map<Light, Integer> targets() {
    return targets;
  }

  Map<String, Map<Light, Integer>> lights() {
    return lights;
  }

  Optional<Path> page() {
    return page;
  }

  boolean simulated() {
    return simulated;
  }

  /** Puts the pages in their places, each in one step, so that nobody opens half a page. */
  void release() {
    page.ifPresent(BulletinStage::release);
    overduePage.ifPresent(BulletinStage::release);
  }

  private static void release(Path file) {
    try {
      Files.move(
          beside(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot put the page in its place " + file, e);
    }
  }

  private void countLights(PeriodDocuments.Night night) {
    RegionPack ofYear = pack.planOf(night.figures().period().year()).orElse(pack);
    targets.putAll(Bulletins.lights(ofYear, night.figures()));
    for (Area area : pack.areas()) {
      Map<Light, Integer> counts = Bulletins.lights(ofYear, night.figures(), area.refArea());
      if (!counts.isEmpty()) {
        lights.put(area.nameZh(), counts);
      }
    }
  }

  private Path write(String name, TracedDocument document) {
    Path file = settings.out().resolve(name);
    try {
      Files.createDirectories(settings.out());
      Files.writeString(beside(file), DocumentPage.html(document), StandardCharsets.UTF_8);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the page " + file, e);
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }
}
