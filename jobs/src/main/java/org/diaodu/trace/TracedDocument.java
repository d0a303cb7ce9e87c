package org.diaodu.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;

/**
 * A document and what each of its figures came from.
 *
 * @param document the document
 * @param traces one for each figure, in the order of {@link Document#figures}
 */
public record TracedDocument(Document document, List<Trace> traces) {

  /** Refuses a document of which a figure has no trace. */
  public TracedDocument {
    if (document.figures().size() != traces.size()) {
      throw new IllegalArgumentException(
          "Cannot pair %d figures of %s with %d traces"
              .formatted(document.figures().size(), document.id(), traces.size()));
    }
  }

  /** The document with its figures followed back. */
  public static TracedDocument of(Document document, Traces traces) {
    return new TracedDocument(document, document.figures().stream().map(traces::of).toList());
  }

  /** The figures in the order in which they are shown. */
  public List<Figure> figures() {
    return document.figures();
  }

  /** What each figure came from; a figure that is shown in several places came from the same. */
  public Map<Figure, Trace> byFigure() {
    Map<Figure, Trace> byFigure = new LinkedHashMap<>();
    List<Figure> figures = figures();
    for (int i = 0; i < figures.size(); i++) {
      byFigure.putIfAbsent(figures.get(i), traces.get(i));
    }
    return byFigure;
  }

  /** The same under another edition, with other marks. */
  public TracedDocument with(Document other) {
    return new TracedDocument(other, traces);
  }
}
