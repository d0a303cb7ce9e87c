package org.diaodu.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.FrozenDocument;
import org.diaodu.document.Mark;
import org.diaodu.trace.Source;
import org.diaodu.trace.Trace;
import org.diaodu.trace.TracedDocument;

/**
 * A document of a release: one row of {@code reporting.releases} and its rows of {@code
 * reporting.dispatch_figures}.
 *
 * @param releaseId the release
 * @param number 1 for the first release of the period
 * @param traced the document with what its figures came from
 * @param files SHA-256 of each file, by its name
 */
public record ReleasedDocument(
    String releaseId, int number, TracedDocument traced, Map<String, String> files) {

  /** Its row of {@code reporting.releases}. */
  public Row row(ReleaseFacts facts) {
    FrozenDocument frozen = FrozenDocument.of(traced.document());
    return RowFactory.create(
        releaseId,
        traced.document().id(),
        facts.period().toString(),
        number,
        traced.document().title(),
        traced.document().marks().stream().map(Mark::name).toArray(String[]::new),
        facts.publishedAt(),
        facts.publishedBy(),
        facts.releasedFrom(),
        facts.corrects().orElse(null),
        facts.manifest(),
        scala(facts.versions()),
        facts.packId(),
        facts.policyId(),
        facts.program(),
        frozen.body(),
        scala(files),
        traced.document().asOf());
  }

  /** Its rows of {@code reporting.dispatch_figures}. */
  public List<Row> figureRows() {
    List<Row> rows = new ArrayList<>();
    List<Figure> figures = FrozenDocument.of(traced.document()).figures();
    for (int place = 0; place < figures.size(); place++) {
      Figure figure = figures.get(place);
      Trace trace = traced.traces().get(place);
      rows.add(
          RowFactory.create(
              releaseId,
              traced.document().id(),
              place,
              figure.key().toString(),
              figure.printed(),
              figure.value(),
              figure.unit(),
              figure.counted().toArray(String[]::new),
              trace.formula(),
              trace.basis(),
              trace.findings().toArray(String[]::new),
              trace.sources().stream().map(Source::row).toArray(Row[]::new),
              figure.simulated() ? "simulated" : "official"));
    }
    return rows;
  }

  /**
   * Puts a document together again.
   *
   * @param release its row of {@code reporting.releases}
   * @param figures its rows of {@code reporting.dispatch_figures}, in any order
   */
  public static ReleasedDocument of(Row release, List<Row> figures) {
    List<Row> inOrder =
        figures.stream().sorted(Comparator.comparing(row -> row.<Integer>getAs("place"))).toList();
    FrozenDocument frozen =
        new FrozenDocument(
            release.getAs("body"), inOrder.stream().map(ReleasedDocument::figure).toList());
    return new ReleasedDocument(
        release.getAs("release_id"),
        release.<Integer>getAs("number"),
        new TracedDocument(frozen.thawed(), inOrder.stream().map(ReleasedDocument::trace).toList()),
        new HashMap<>(release.<String, String>getJavaMap(release.fieldIndex("files"))));
  }

  private static Figure figure(Row row) {
    BigDecimal value = row.getAs("value");
    return new Figure(
        FigureKey.of(row.getAs("figure_key")),
        value,
        row.getAs("printed"),
        row.getAs("unit"),
        "simulated".equals(row.getAs("provenance")),
        List.copyOf(row.<String>getList(row.fieldIndex("counted"))));
  }

  /** What a kept figure came from. */
  public static Trace trace(Row row) {
    return new Trace(
        row.getAs("formula"),
        row.getAs("basis"),
        List.copyOf(row.<String>getList(row.fieldIndex("findings"))),
        row.<Row>getList(row.fieldIndex("sources")).stream().map(Source::of).toList());
  }

  private static <T> scala.collection.immutable.Map<String, T> scala(Map<String, T> map) {
    return scala.collection.immutable.Map.from(
        scala.jdk.javaapi.CollectionConverters.asScala(new java.util.TreeMap<>(map)));
  }
}
