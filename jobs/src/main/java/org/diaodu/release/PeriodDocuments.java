package org.diaodu.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.bulletin.BulletinFigures;
import org.diaodu.bulletin.BulletinRows;
import org.diaodu.bulletin.Bulletins;
import org.diaodu.bulletin.DocumentCheck;
import org.diaodu.bulletin.InconsistentDocumentException;
import org.diaodu.contract.Table;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.Mark;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;
import org.diaodu.published.Embargo;
import org.diaodu.region.Policy;
import org.diaodu.region.RegionPack;
import org.diaodu.region.ReleaseTimes;
import org.diaodu.statistics.HiddenFigures;
import org.diaodu.table.TableRow;
import org.diaodu.trace.TracedDocument;
import org.diaodu.trace.Traces;

/**
 * The documents of a period from the tables, every figure followed back. Figures of a period that
 * is not public yet are left out, unless they are asked for; then the documents are marked.
 */
public final class PeriodDocuments {
  /** All that documents are made from. */
  public static final Set<Table> READS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Table.GROWTH,
              Table.CAPITAL_SHARE,
              Table.ATTAINMENT,
              Table.RECTIFICATIONS,
              Table.ASSESSMENTS,
              Table.TASK_STATUS,
              Table.COMPLETENESS,
              Table.REVISIONS,
              Table.OBSERVATIONS,
              Table.SUPPRESSIONS,
              Table.PROGRESS,
              Table.QUARANTINE));

  /** Tables whose rows the documents choose themselves, since they tell that some are withheld. */
  private static final Set<Table> TOLD_APART =
      Set.of(Table.ATTAINMENT, Table.ASSESSMENTS, Table.TASK_STATUS);

  private final Function<Table, Dataset<Row>> read;
  private final Embargo embargo;
  private final RegionPack pack;
  private final LocalDate asOf;
  private final Instant now;
  private final boolean embargoed;

  /**
   * With the tables and the day.
   *
   * @param read the rows of a table
   * @param asOf day as of which they are known
   * @param now the instant that decides what is public
   * @param embargoed whether what is not public yet is wanted, too
   */
  public PeriodDocuments(
      Function<Table, Dataset<Row>> read,
      RegionPack pack,
      LocalDate asOf,
      Instant now,
      boolean embargoed) {
    this.embargo = embargoed ? Embargo.lifted() : Embargo.at(pack.dispatch().releases(), now);
    this.read = shown(onlyOf(READS, read));
    this.pack = pack;
    this.asOf = asOf;
    this.now = now;
    this.embargoed = embargoed;
  }

  /**
   * The documents of a period as of a day, with what was public then, or on the period's release
   * where that came later.
   *
   * @param day the day that they speak as of
   * @param stored the rows of a table as stored
   * @param storedFor the day as of which they are stored
   * @throws NotKnownYetException where that is before the day
   */
  public static PeriodDocuments asOf(
      LocalDate day,
      TimePeriod period,
      Function<Table, Dataset<Row>> stored,
      LocalDate storedFor,
      RegionPack pack,
      Instant now,
      boolean embargoed) {
    Instant release = pack.dispatch().releases().of(period);
    Instant dayIsOver = day.plusDays(1).atStartOfDay(pack.timeZone()).toInstant().minusNanos(1);
    Instant shown = dayIsOver.isAfter(release) ? dayIsOver : release;
    return new PeriodDocuments(
        DocumentTables.asOf(day, pack, stored, storedFor),
        pack,
        day,
        shown.isBefore(now) ? shown : now,
        embargoed);
  }

  /**
   * The day that documents of a period speak as of: that of its dispatch, or the one before it that
   * the tables reach to.
   */
  public static LocalDate dayOf(TimePeriod period, RegionPack pack, LocalDate storedFor) {
    LocalDate dispatch = pack.dispatch().dayOf(period);
    return dispatch.isBefore(storedFor) ? dispatch : storedFor;
  }

  /**
   * All documents of the period, as drafts.
   *
   * @throws InconsistentDocumentException where one contradicts itself
   */
  List<TracedDocument> all(TimePeriod period) {
    BulletinRows rows = rows(period.year());
    BulletinFigures figures = figures(rows, period);
    List<Document> documents = Bulletins.all(planOf(period), figures);
    DocumentCheck.require(documents);
    return traced(documents, rows, figures);
  }

  /** The same before any figure is followed back. */
  List<Document> untraced(TimePeriod period) {
    return Bulletins.all(pack, figures(rows(period.year()), period));
  }

  /**
   * The overall bulletin and the notice of what is overdue.
   *
   * @param wanted period of the bulletin; empty = the newest month with a light that is public
   */
  public Night night(Optional<TimePeriod> wanted) {
    int planned = wanted.map(TimePeriod::year).orElse(pack.planYear());
    BulletinRows ofPlan = rows(planned);
    Optional<TimePeriod> period =
        wanted.or(() -> BulletinFigures.newestMonth(ofPlan, pack, isShown()));
    int year = period.map(TimePeriod::year).orElse(planned);
    BulletinRows rows = year == planned ? ofPlan : rows(year);
    BulletinFigures figures =
        figures(rows, period.orElse(TimePeriod.month(asOf.getYear(), asOf.getMonthValue())));
    Document overdue = Bulletins.overdue(pack, figures);
    List<Document> documents =
        period.isPresent()
            ? List.of(overdue, Bulletins.overall(planOf(figures.period()), figures))
            : List.of(overdue);
    List<TracedDocument> traced = traced(documents, rows, figures);
    return new Night(
        period,
        figures,
        traced.get(0),
        traced.size() > 1 ? Optional.of(traced.get(1)) : Optional.empty());
  }

  /** What a night shows. */
  public record Night(
      Optional<TimePeriod> period,
      BulletinFigures figures,
      TracedDocument overdue,
      Optional<TracedDocument> bulletin) {}

  /** So that lineage, which goes by the declaration, is true. */
  private static Function<Table, Dataset<Row>> onlyOf(
      Set<Table> declared, Function<Table, Dataset<Row>> read) {
    return table -> {
      if (!declared.contains(table)) {
        throw new IllegalStateException(
            "Cannot make documents from %s: declared is %s".formatted(table, declared));
      }
      return read.apply(table);
    };
  }

  private Function<Table, Dataset<Row>> shown(Function<Table, Dataset<Row>> all) {
    return table ->
        TOLD_APART.contains(table)
            ? all.apply(table)
            : embargo.shown(table, table == Table.OBSERVATIONS ? disclosed(all) : all.apply(table));
  }

  /** The observations to which a reader may be led: no vintage of what is not for the public. */
  private static Dataset<Row> disclosed(Function<Table, Dataset<Row>> all) {
    return HiddenFigures.disclosed(all.apply(Table.OBSERVATIONS), all.apply(Table.SUPPRESSIONS));
  }

  /** With the plan of a period's year; of a year without one the pack as it is. */
  private RegionPack planOf(TimePeriod period) {
    return pack.planOf(period.year()).orElse(pack);
  }

  private BulletinRows rows(int year) {
    BulletinRows rows = BulletinRows.collect(read, pack, year, asOf);
    return pack.allPolicies().stream().anyMatch(Policy::catchUp) && embargo.holds()
        ? rows.withAttainment(lightsAsShown(rows.attainment()))
        : rows;
  }

  /** A later period that is not public may have made up for a light that is shown. */
  private List<TableRow> lightsAsShown(List<TableRow> all) {
    return Stream.concat(
            all.stream().filter(row -> !isShown().test(row.period())),
            TableRow.of(
                Table.ATTAINMENT,
                embargo.shown(Table.ATTAINMENT, read.apply(Table.ATTAINMENT)).collectAsList())
                .stream())
        .toList();
  }

  private BulletinFigures figures(BulletinRows rows, TimePeriod period) {
    return BulletinFigures.of(rows, pack, period, asOf, isShown());
  }

  private Predicate<TimePeriod> isShown() {
    ReleaseTimes times = pack.dispatch().releases();
    return period -> embargoed || times.isPublic(period, now);
  }

  private List<TracedDocument> traced(
      List<Document> documents, BulletinRows rows, BulletinFigures figures) {
    List<Figure> all = documents.stream().flatMap(d -> d.figures().stream()).toList();
    // A rectification leads to the light that opened it, of whichever period.
    List<TableRow> followed =
        Stream.concat(rows.attainment().stream(), figures.rows().stream()).toList();
    Traces traces =
        Traces.of(
            all,
            followed,
            read.apply(Table.OBSERVATIONS),
            read.apply(Table.PROGRESS),
            read.apply(Table.QUARANTINE),
            asOf,
            pack);
    boolean secret = showsSecrets(figures) || countsSecrets(rows);
    return documents.stream()
        .map(document -> secret && !isOverdue(document) ? marked(document) : document)
        .map(document -> TracedDocument.of(document, traces))
        .toList();
  }

  private boolean showsSecrets(BulletinFigures figures) {
    ReleaseTimes times = pack.dispatch().releases();
    return Stream.of(figures.course(), figures.shares(), figures.attainment())
        .flatMap(List::stream)
        .filter(row -> row.period().monthIndex() <= figures.period().monthIndex())
        .anyMatch(row -> !times.isPublic(row.period(), now));
  }

  /** Assessments and states of tasks count the newest lights, also those after the period. */
  private boolean countsSecrets(BulletinRows rows) {
    ReleaseTimes times = pack.dispatch().releases();
    return !embargo.holds()
        && rows.attainment().stream()
            .filter(row -> !row.text("light").equals(Light.no_data.name()))
            .anyMatch(row -> !times.isPublic(row.period(), now));
  }

  /** It has no figures but days. */
  private static boolean isOverdue(Document document) {
    return document.id().equals(Bulletins.OVERDUE);
  }

  private static Document marked(Document document) {
    Set<Mark> marks = new TreeSet<>(document.marks());
    marks.add(Mark.embargoed);
    return document.as(document.edition(), marks);
  }
}
