package org.diaodu.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.Bulletins;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureNames;
import org.diaodu.region.RegionPack;

/**
 * Something that the documents of a period say: a conclusion, or a figure as it is printed.
 *
 * @param id the same in every edition of the documents
 * @param document title of the document
 * @param what which conclusion or which figure, in Chinese
 * @param said its words, or the figure as it is printed
 * @param isConclusion whether it is concluded from figures
 */
public record Statement(
    String id, String document, String what, String said, boolean isConclusion) {

  /**
   * What changed between two editions.
   *
   * @param document title of the document
   * @param what which conclusion or which figure
   * @param before what was said; empty where nothing was
   * @param now what is said; empty where nothing is any more
   */
  public record Change(String document, String what, String before, String now) {}

  /**
   * Everything that the documents say, conclusions first. The notice of what is overdue changes
   * every day, and is left out.
   */
  static List<Statement> of(List<Document> documents, RegionPack pack) {
    List<Statement> conclusions = new ArrayList<>();
    Map<String, Statement> figures = new LinkedHashMap<>();
    for (Document document : documents) {
      if (!document.id().equals(Bulletins.OVERDUE)) {
        Conclusions.of(document)
            .forEach(
                (name, words) ->
                    conclusions.add(
                        new Statement(
                            document.id() + "|" + name, document.title(), name, words, true)));
        document
            .figures()
            .forEach(
                figure -> figures.putIfAbsent(id(document, figure), of(document, figure, pack)));
      }
    }
    List<Statement> all = new ArrayList<>(conclusions);
    all.addAll(figures.values());
    return all;
  }

  /** What is said otherwise, newly, or not any more; in the order of what is said now. */
  static List<Change> changes(List<Statement> before, List<Statement> now) {
    Map<String, Statement> old = new LinkedHashMap<>();
    before.forEach(statement -> old.put(statement.id(), statement));
    List<Change> changes = new ArrayList<>();
    for (Statement statement : now) {
      Statement earlier = old.remove(statement.id());
      if (earlier == null || !earlier.said().equals(statement.said())) {
        changes.add(
            new Change(
                statement.document(),
                statement.what(),
                earlier == null ? "" : earlier.said(),
                statement.said()));
      }
    }
    old.values()
        .forEach(gone -> changes.add(new Change(gone.document(), gone.what(), gone.said(), "")));
    return changes;
  }

  private static Statement of(Document document, Figure figure, RegionPack pack) {
    return new Statement(
        id(document, figure),
        document.title(),
        FigureNames.of(figure.key(), pack),
        figure.printed(),
        false);
  }

  private static String id(Document document, Figure figure) {
    return document.id() + "|" + figure.key();
  }
}
