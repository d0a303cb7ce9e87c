package org.diaodu.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Row;
import org.diaodu.night.NightlyReport;
import org.diaodu.night.NightlyRun;
import org.diaodu.night.NightlySettings;
import org.diaodu.published.Embargo;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.PackReader;

/** A landing folder, a warehouse and a folder for documents, and nights run over them. */
public final class Night {
  /** Header of the files that {@link #arrives} writes. */
  public static final String HEADER =
      "ref_area,indicator,time_period,accumulation,measure,obs_value,unit,obs_status,release_date,note\n";

  private static final Instant FIRST_ARRIVAL = Instant.parse("2020-01-01T00:00:00Z");

  /** Files come one after the other, a minute apart, over all nights. */
  private static final AtomicLong arrived = new AtomicLong();

  private final Path pack;
  private final Path folder;
  private final boolean findsTables;

  /**
   * With everything below {@code folder}. The first night finds the tables there, empty: to create
   * them is a fifth of all that it does with a few figures.
   */
  public Night(Path pack, Path folder) {
    this(pack, folder, true);
  }

  private Night(Path pack, Path folder, boolean findsTables) {
    this.pack = pack;
    this.folder = folder;
    this.findsTables = findsTables;
  }

  /** Whose first night finds nothing at all and creates its tables, as on the day of an install. */
  public static Night fromNothing(Path pack, Path folder) {
    return new Night(pack, folder, false);
  }

  /** The same folder once more, with all that has arrived and was published, elsewhere. */
  public Night copiedTo(Path elsewhere) throws IOException {
    Folders.copy(folder, elsewhere);
    return new Night(pack, elsewhere);
  }

  /** A file arrives after all that came before, long enough before any night to be complete. */
  public Path arrives(String name, String text) throws IOException {
    return arrives(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file arrives after all that came before, long enough before any night to be complete. */
  public Path arrives(String name, byte[] bytes) throws IOException {
    Path file = landing().resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.setLastModifiedTime(
        file, FileTime.from(FIRST_ARRIVAL.plusSeconds(60 * arrived.incrementAndGet())));
    return file;
  }

  /** A night that begins at an instant. */
  public NightlyReport run(String instant) throws IOException {
    return run(instant, out());
  }

  /** A night whose documents go elsewhere. */
  public NightlyReport run(String instant, Path out) throws IOException {
    return run(instant, out, Optional.empty());
  }

  /** A night as known on a day. */
  public NightlyReport runAsOf(String instant, String asOf) throws IOException {
    return run(instant, out(), Optional.of(LocalDate.parse(asOf)));
  }

  /** The command line of such a night. */
  public List<String> command(String asOf) {
    return List.of(
        "nightly",
        "--region",
        pack.toString(),
        "--landing",
        landing().toString(),
        "--warehouse",
        warehouse().toString(),
        "--out",
        out().toString(),
        "--as-of",
        asOf);
  }

  /** What the newest published tables say. */
  public List<Row> query(String sql) {
    return published().orElseThrow().query(sql).collectAsList();
  }

  /** The one cell of a query's only row, as text. */
  public String figure(String sql) {
    List<Row> rows = query(sql);
    if (rows.size() != 1) {
      throw new AssertionError("expected one row, found %s: %s".formatted(rows, sql));
    }
    return String.valueOf(rows.get(0).get(0));
  }

  /** The newest published tables; empty before the first finished night. */
  public Optional<PublishedTables> published() {
    return published(Embargo.lifted());
  }

  /** The newest published tables without what is not public; empty before the first night. */
  public Optional<PublishedTables> published(Embargo embargo) {
    return PublishedTables.newest(
        SharedSpark.session(), warehouse().toString(), PackReader.read(pack), embargo);
  }

  /** Where files arrive. */
  public Path landing() {
    return folder.resolve("landing");
  }

  /** Where the tables are. */
  public Path warehouse() {
    return folder.resolve("warehouse");
  }

  /** Where documents are. */
  public Path out() {
    return folder.resolve("out");
  }

  private NightlyReport run(String instant, Path out, Optional<LocalDate> asOf) throws IOException {
    Files.createDirectories(landing());
    if (findsTables && Files.notExists(warehouse())) {
      EmptyWarehouse.copyTo(warehouse());
    }
    return NightlyRun.run(
        SharedSpark.session(),
        new NightlySettings(
            pack,
            landing(),
            warehouse().toString(),
            out,
            asOf,
            Optional.empty(),
            false,
            Clock.fixed(Instant.parse(instant), ZoneOffset.UTC)),
        (number, of, stage) -> {});
  }
}
