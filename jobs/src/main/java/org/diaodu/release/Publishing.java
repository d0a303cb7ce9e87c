package org.diaodu.release;

import static org.apache.spark.sql.functions.col;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.bulletin.Bulletins;
import org.diaodu.contract.Table;
import org.diaodu.document.Document;
import org.diaodu.document.Letterhead;
import org.diaodu.document.Mark;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.lock.RunLock;
import org.diaodu.lock.WarehouseInUseException;
import org.diaodu.page.MonthPages;
import org.diaodu.region.RegionPack;
import org.diaodu.table.ClockSetBackException;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.NotReleasedException;
import org.diaodu.table.OtherRegionException;
import org.diaodu.table.Warehouse;
import org.diaodu.trace.TracedDocument;

/**
 * Drafts, releases and rebuilds of the documents of a period. A release is kept as it was: its text
 * and every figure with what it came from. From then on it depends on no other table.
 */
public final class Publishing {
  /** In the letterhead of a release the SHA-256 of the step by which it was signed. */
  static final String SIGNATURE = "签发记录";

  private static final int ID_DIGITS = 12;

  private final String root;
  private final Configuration hadoop;
  private final RegionPack pack;
  private final Warehouse warehouse;
  private final Manifests manifests;

  /** Of the warehouse at a path. */
  public Publishing(SparkSession spark, String root, RegionPack pack) {
    this.root = root;
    this.pack = pack;
    this.warehouse = new Warehouse(spark, root);
    this.hadoop = spark.sparkContext().hadoopConfiguration();
    this.manifests = new Manifests(hadoop, root);
  }

  /**
   * What was made.
   *
   * @param folder where the files are
   * @param files their names
   * @param number number of the release; 0 for a draft
   * @param releaseId the release; empty for a draft
   * @param differing files of a rebuild that are not byte for byte what was published
   * @param months the page from which all months are reached; empty where the period is no month
   */
  public record Made(
      Path folder,
      List<String> files,
      int number,
      String releaseId,
      List<String> differing,
      Optional<Path> months) {}

  /**
   * Writes all documents of a period as drafts.
   *
   * @param asOf the day that they speak as of; empty = the day of the period's dispatch, or the
   *     newest known day before it
   * @param embargoed whether what is not public yet is wanted, too
   * @throws NotPublicYetException where the period is not public and not asked for
   * @throws NotKnownYetException where the tables do not reach to that day
   */
  public Made draft(
      TimePeriod period, Optional<LocalDate> asOf, Instant now, boolean embargoed, Path out) {
    Path folder = drafts(period, out);
    List<String> files = new ArrayList<>();
    List<TracedDocument> documents = documents(newest(), period, asOf, now, embargoed);
    for (TracedDocument document : documents) {
      write(folder, DocumentFiles.of(document), files);
    }
    return new Made(folder, files, 0, "", List.of(), months(period, documents, "-draft", out));
  }

  /**
   * Publishes all documents of a period: keeps them, and writes their files. A second release of
   * the same period corrects the first, and says what it changed. A signed release that broke off
   * before its publication was recorded is finished.
   *
   * @param asOf the day that they speak as of, see {@link #draft}; a correction by what was revised
   *     after that dispatch names a later one
   * @param by the account that publishes
   * @param program version of the program
   * @throws NotPublicYetException where the period is not public and not asked for
   * @throws NothingToPublishException where the last release shows the same
   * @throws WarehouseInUseException where a run is using the warehouse
   * @throws ClockSetBackException where it is earlier than the last publication
   * @throws SignOffRefusedException where the pack wants a signature and there is none, something
   *     changed since, or it was given for another day
   */
  public Made publish(
      TimePeriod period,
      Optional<LocalDate> asOf,
      Instant now,
      boolean embargoed,
      Path out,
      String by,
      String program) {
    return RunLock.during(
        root,
        "发布 " + period,
        hadoop,
        lock -> publishLocked(lock, period, asOf, now, embargoed, out, by, program));
  }

  /** The SHA-256 of a release that was published. */
  public String seal(String releaseId) {
    return ReleaseSeal.of(newest().fingerprints()).get(releaseId);
  }

  private Made publishLocked(
      RunLock lock,
      TimePeriod period,
      Optional<LocalDate> asOf,
      Instant now,
      boolean embargoed,
      Path out,
      String by,
      String program) {
    Manifest manifest = newest();
    ClockSetBackException.require(now, manifest, pack.timeZone());
    List<ReleasedDocument> before = lastRelease(period);
    SignOffRules signOff = signOff(period);
    List<TracedDocument> drafts = documents(manifest, period, signOff.asOf(asOf), now, embargoed);
    if (!before.isEmpty() && isSame(before, drafts)) {
      return finished(lock, before, signOff, said(drafts), out)
          .orElseThrow(() -> new NothingToPublishException(period, before.get(0).number()));
    }
    Optional<SignOffStep> signed =
        signOff.roles().isRequired()
            ? Optional.of(signOff.published(by, now, said(drafts)))
            : Optional.empty();
    int number = before.isEmpty() ? 1 : before.get(0).number() + 1;
    List<TracedDocument> documents =
        editions(drafts, before, number, now).stream()
            .map(document -> signed.isPresent() ? namedBy(signOff, document) : document)
            .toList();
    String releaseId =
        "%s.%d-%s".formatted(period, number, contentHash(documents).substring(0, ID_DIGITS));
    ReleaseFacts facts =
        new ReleaseFacts(
            period,
            now,
            by,
            pack.dispatch().releases().of(period),
            before.isEmpty() ? Optional.empty() : Optional.of(before.get(0).releaseId()),
            manifest.number(),
            manifest.versions(),
            pack.packId(),
            pack.planOf(period.year())
                .orElse(pack)
                .policies()
                .on(now.atZone(pack.timeZone()).toLocalDate())
                .policyId(),
            program);
    Map<String, byte[]> contents = new LinkedHashMap<>();
    List<Row> releases = new ArrayList<>();
    List<Row> figures = new ArrayList<>();
    for (TracedDocument document : documents) {
      Map<String, byte[]> made = DocumentFiles.of(document);
      contents.putAll(made);
      ReleasedDocument released =
          new ReleasedDocument(releaseId, number, document, DocumentFiles.hashes(made));
      releases.add(released.row(facts));
      figures.addAll(released.figureRows());
    }
    // Figures first: without its row in releases nobody looks for them, and the same release tried
    // again finds them there.
    warehouse.appendMissing(Table.DISPATCH_FIGURES, figures);
    warehouse.appendMissing(Table.RELEASES, releases);
    lock.requireHeld();
    publishManifest(manifest, now, releaseId);
    Path folder = folder(period, number, out);
    List<String> files = new ArrayList<>();
    write(folder, contents, files);
    // Last, since a release that lacks it is finished when it is tried again.
    signed.ifPresent(step -> records(period).add(step, signOff.steps().size()));
    return new Made(
        folder, files, number, releaseId, List.of(), months(period, documents, "", out));
  }

  /**
   * Writes the files of the last release, and that it was published, where the program ended before
   * it had; does nothing where it had not.
   */
  private Optional<Made> finished(
      RunLock lock,
      List<ReleasedDocument> release,
      SignOffRules signOff,
      SaidContent said,
      Path out) {
    TimePeriod period = signOff.period();
    String releaseId = release.get(0).releaseId();
    Row facts =
        releases(period).stream()
            .filter(row -> row.<String>getAs("release_id").equals(releaseId))
            .findFirst()
            .orElseThrow();
    Instant publishedAt = facts.getAs("published_at");
    if (!signOff.lacksPublication(publishedAt, said)) {
      return Optional.empty();
    }
    List<TracedDocument> documents = release.stream().map(ReleasedDocument::traced).toList();
    Path folder = folder(period, release.get(0).number(), out);
    List<String> files = new ArrayList<>();
    documents.forEach(document -> write(folder, DocumentFiles.of(document), files));
    lock.requireHeld();
    records(period)
        .add(
            signOff.published(facts.getAs("published_by"), publishedAt, said),
            signOff.steps().size());
    return Optional.of(
        new Made(
            folder,
            files,
            release.get(0).number(),
            releaseId,
            List.of(),
            months(period, documents, "", out)));
  }

  /**
   * Hands the documents of a period over for review: writes them as drafts, with the list of what
   * changed since the last draft that was found right, or the last release.
   *
   * @param by who drafted them
   * @throws SignOffRefusedException where he may not
   * @throws WarehouseInUseException where a run is using the warehouse
   */
  public Made submit(
      TimePeriod period,
      Optional<LocalDate> asOf,
      Instant now,
      boolean embargoed,
      Path out,
      String by) {
    return RunLock.during(
        root,
        "送审 " + period,
        hadoop,
        lock -> submitLocked(lock, period, asOf, now, embargoed, out, by));
  }

  private Made submitLocked(
      RunLock lock,
      TimePeriod period,
      Optional<LocalDate> asOf,
      Instant now,
      boolean embargoed,
      Path out,
      String by) {
    List<TracedDocument> documents = documents(newest(), period, asOf, now, embargoed);
    SignOffRules rules = signOff(period);
    SignOffStep step =
        rules.submitted(
            by,
            now,
            documents.get(0).document().asOf(),
            rules.lastFoundRight().orElseGet(() -> saidInRelease(period)),
            said(documents));
    lock.requireHeld();
    records(period).add(step, rules.steps().size());
    Path folder = drafts(period, out);
    List<String> files = new ArrayList<>();
    for (TracedDocument document : documents) {
      write(folder, DocumentFiles.of(document), files);
    }
    write(
        folder,
        Map.of(
            ReviewList.FILE,
            ReviewList.csv(signOff(period).submission(), step.verdicts())
                .getBytes(StandardCharsets.UTF_8)),
        files);
    return new Made(folder, files, 0, "", List.of(), months(period, documents, "-draft", out));
  }

  /**
   * Reviews what was handed over.
   *
   * @param list the list of changes, each ticked or refused
   * @return what was done
   * @throws SignOffRefusedException where he may not, where something changed since, or where the
   *     list is not complete
   * @throws WarehouseInUseException where a run is using the warehouse
   */
  public SignOffStep review(
      TimePeriod period, byte[] list, Instant now, boolean embargoed, String by) {
    return step(
        period,
        "审核",
        rules ->
            rules.reviewed(
                by,
                now,
                ReviewList.read(list, rules.submission(), rules.asked()),
                saidNow(rules, now, embargoed)));
  }

  /**
   * Signs what was reviewed.
   *
   * @throws SignOffRefusedException where he may not, or where something changed since
   * @throws WarehouseInUseException where a run is using the warehouse
   */
  public SignOffStep sign(TimePeriod period, Instant now, boolean embargoed, String by) {
    return step(period, "签发", rules -> rules.signed(by, now, saidNow(rules, now, embargoed)));
  }

  /** Every step of the sign-off of a period, oldest first. */
  public List<SignOffStep> signOffSteps(TimePeriod period) {
    return records(period).steps();
  }

  /** Under the lock: what a night changes meanwhile would be decided on unseen. */
  private SignOffStep step(
      TimePeriod period, String purpose, Function<SignOffRules, SignOffStep> decided) {
    return RunLock.during(
        root,
        purpose + " " + period,
        hadoop,
        lock -> {
          SignOffRules rules = signOff(period);
          SignOffStep step = decided.apply(rules);
          lock.requireHeld();
          records(period).add(step, rules.steps().size());
          return step;
        });
  }

  private SignOffRules signOff(TimePeriod period) {
    return new SignOffRules(pack.stationery().signOff(), period, records(period).steps());
  }

  private SignOffRecords records(TimePeriod period) {
    return new SignOffRecords(hadoop, root, period);
  }

  private SaidContent saidNow(SignOffRules rules, Instant now, boolean embargoed) {
    return said(documents(newest(), rules.period(), rules.asOf(), now, embargoed));
  }

  private SaidContent said(List<TracedDocument> documents) {
    return SaidContent.of(documents.stream().map(TracedDocument::document).toList(), pack);
  }

  /** What a release said, without what it said of the one before it. */
  private List<Statement> saidInRelease(TimePeriod period) {
    return Statement.of(
        lastRelease(period).stream()
            .map(released -> Correction.without(released.traced().document()))
            .toList(),
        pack);
  }

  /**
   * Who drafted, reviewed and signed it is kept with it, and a master may print it; so is the
   * signature, which the audit looks for.
   */
  private TracedDocument namedBy(SignOffRules signOff, TracedDocument traced) {
    Document document = traced.document();
    List<String> people = signOff.people();
    Map<String, String> fields = new TreeMap<>(document.letterhead().fields());
    fields.put("拟稿人", people.get(0));
    fields.put("审核人", people.get(1));
    fields.put("签发人", people.get(2));
    fields.put(SIGNATURE, records(signOff.period()).last());
    return traced.with(document.under(new Letterhead(document.letterhead().master(), fields)));
  }

  /**
   * Makes the files of a release again from what was kept.
   *
   * @param number number of the release; empty = the newest of the period
   * @throws NotReleasedException where there is none
   */
  public Made rebuild(TimePeriod period, Optional<Integer> number, Path out) {
    List<ReleasedDocument> documents =
        number.isPresent() ? release(period, number.get()) : lastRelease(period);
    if (documents.isEmpty()) {
      throw new NotReleasedException(period, number);
    }
    Path folder = folder(period, documents.get(0).number(), out);
    List<String> files = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    for (ReleasedDocument document : documents) {
      Map<String, byte[]> made = DocumentFiles.of(document.traced());
      DocumentFiles.hashes(made)
          .forEach(
              (name, hash) -> {
                if (!hash.equals(document.files().get(name))) {
                  differing.add(name);
                }
              });
      write(folder, made, files);
    }
    return new Made(
        folder,
        files,
        documents.get(0).number(),
        documents.get(0).releaseId(),
        differing,
        Optional.empty());
  }

  /** Puts the page of a month beside those of other months. */
  private Optional<Path> months(
      TimePeriod period, List<TracedDocument> documents, String edition, Path out) {
    if (period.frequency() != Frequency.M) {
      return Optional.empty();
    }
    Path folder = out.resolve("%s-months%s".formatted(pack.name(), edition));
    return documents.stream()
        .filter(document -> document.document().id().equals(Bulletins.OVERALL))
        .findFirst()
        .map(
            bulletin -> {
              write(
                  folder,
                  MonthPages.of(
                      period, bulletin, DocumentFiles.names(folder.resolve(MonthPages.DATA))),
                  new ArrayList<>());
              return folder.resolve("index.html");
            });
  }

  private Path drafts(TimePeriod period, Path out) {
    return out.resolve("%s-%s-draft".formatted(pack.name(), period));
  }

  private Path folder(TimePeriod period, int number, Path out) {
    return out.resolve("%s-%s-release-%d".formatted(pack.name(), period, number));
  }

  private List<TracedDocument> documents(
      Manifest manifest,
      TimePeriod period,
      Optional<LocalDate> asOf,
      Instant now,
      boolean embargoed) {
    if (!embargoed && !pack.dispatch().releases().isPublic(period, now)) {
      throw new NotPublicYetException(
          period, pack.dispatch().releases().of(period).atZone(pack.timeZone()));
    }
    return PeriodDocuments.asOf(
            asOf.orElseGet(() -> PeriodDocuments.dayOf(period, pack, manifest.asOf())),
            period,
            table -> read(manifest, table),
            manifest.asOf(),
            pack,
            now,
            embargoed)
        .all(period);
  }

  private List<TracedDocument> editions(
      List<TracedDocument> drafts, List<ReleasedDocument> before, int number, Instant now) {
    String edition = "第%d次发布，%s".formatted(number, LocalDate.ofInstant(now, pack.timeZone()));
    List<TracedDocument> documents = new ArrayList<>();
    for (TracedDocument draft : drafts) {
      TracedDocument document =
          before.stream()
              .filter(b -> b.traced().document().id().equals(draft.document().id()))
              .findFirst()
              .map(b -> Correction.of(b, draft, pack))
              .orElse(draft);
      Set<Mark> marks = new TreeSet<>(document.document().marks());
      marks.remove(Mark.draft);
      documents.add(document.with(document.document().as(edition, marks)));
    }
    return documents;
  }

  /** What is overdue changes every day: it alone is no reason for a correction. */
  private static boolean isSame(List<ReleasedDocument> before, List<TracedDocument> now) {
    Map<String, Document> old =
        before.stream()
            .map(b -> b.traced().document())
            .collect(Collectors.toMap(Document::id, d -> d));
    return now.stream()
        .map(TracedDocument::document)
        .filter(d -> !d.id().equals(Bulletins.OVERDUE))
        .allMatch(d -> old.containsKey(d.id()) && Correction.isSame(old.get(d.id()), d));
  }

  private static String contentHash(List<TracedDocument> documents) {
    StringBuilder content = new StringBuilder();
    for (TracedDocument document : documents) {
      content.append(org.diaodu.document.FrozenDocument.of(document.document()).body());
      document
          .figures()
          .forEach(f -> content.append(f.key()).append('=').append(f.value()).append(f.printed()));
    }
    return DocumentFiles.sha256(content.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<ReleasedDocument> lastRelease(TimePeriod period) {
    List<Row> rows = releases(period);
    return rows.stream()
        .map(row -> row.<Integer>getAs("number"))
        .max(Comparator.naturalOrder())
        .map(number -> release(rows, number))
        .orElse(List.of());
  }

  private List<ReleasedDocument> release(TimePeriod period, int number) {
    return release(releases(period), number);
  }

  private List<ReleasedDocument> release(List<Row> releases, int number) {
    List<Row> of = releases.stream().filter(row -> row.<Integer>getAs("number") == number).toList();
    if (of.isEmpty()) {
      return List.of();
    }
    Map<String, List<Row>> figures = new HashMap<>();
    read(newest(), Table.DISPATCH_FIGURES)
        .where(col("release_id").equalTo(of.get(0).<String>getAs("release_id")))
        .collectAsList()
        .forEach(
            row -> figures.computeIfAbsent(row.getAs("document"), d -> new ArrayList<>()).add(row));
    return of.stream()
        .sorted(Comparator.comparing(row -> row.<String>getAs("document")))
        .map(
            row ->
                ReleasedDocument.of(
                    row, figures.getOrDefault(row.<String>getAs("document"), List.of())))
        .toList();
  }

  private List<Row> releases(TimePeriod period) {
    return read(newest(), Table.RELEASES)
        .where(col("time_period").equalTo(period.toString()))
        .collectAsList();
  }

  private Manifest newest() {
    Manifest newest = manifests.newest().orElseThrow(() -> new NotReleasedException(root));
    OtherRegionException.require(pack, newest);
    return newest;
  }

  private Dataset<Row> read(Manifest manifest, Table table) {
    return warehouse.read(table, manifest.versions().get(table.fullName()));
  }

  private void publishManifest(Manifest before, Instant now, String releaseId) {
    TreeMap<String, Long> versions = new TreeMap<>(before.versions());
    for (Table table : List.of(Table.RELEASES, Table.DISPATCH_FIGURES)) {
      versions.put(table.fullName(), warehouse.version(table));
    }
    manifests.publish(
        new Manifest(
            before.number() + 1,
            Manifest.RELEASE + releaseId,
            now,
            before.region(),
            before.packId(),
            before.program(),
            before.asOf(),
            versions,
            ReleaseSeal.added(
                before.fingerprints(),
                ofRelease(Table.RELEASES, versions, releaseId),
                ofRelease(Table.DISPATCH_FIGURES, versions, releaseId))));
  }

  private Dataset<Row> ofRelease(Table table, Map<String, Long> versions, String releaseId) {
    return warehouse
        .read(table, versions.get(table.fullName()))
        .where(col("release_id").equalTo(releaseId));
  }

  private static void write(Path folder, Map<String, byte[]> contents, List<String> files) {
    contents.forEach(
        (name, bytes) -> {
          DocumentFiles.write(folder.resolve(name), bytes);
          files.add(name);
        });
  }
}
