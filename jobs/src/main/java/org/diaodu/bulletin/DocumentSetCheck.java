package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.domain.Light;

/**
 * Documents of one period held against each other: whoever receives two of them finds the same
 * figure in both, and what the actions count is what the bulletin over all of them counts.
 */
final class DocumentSetCheck {
  private static final String OF_AN_ACTION = "action-";
  private static final String TARGETS = "targets";

  private final List<Document> documents;
  private final List<String> faults = new ArrayList<>();

  private DocumentSetCheck(List<Document> documents) {
    this.documents = documents;
  }

  /** What differs, with both documents and both figures; empty where nothing does. */
  static List<String> faults(List<Document> documents) {
    DocumentSetCheck check = new DocumentSetCheck(documents);
    check.oneFigureEverywhere();
    check.actionsAndAll();
    return List.copyOf(check.faults);
  }

  private void oneFigureEverywhere() {
    Map<String, Shown> first = new LinkedHashMap<>();
    for (Document document : documents) {
      for (Figure figure : document.figures()) {
        String name = name(document, figure);
        Shown before = first.putIfAbsent(name, new Shown(document, figure));
        if (before != null
            && !before.document().equals(document)
            && before.figure().value().compareTo(figure.value()) != 0) {
          faults.add(
              "%s：《%s》中是%s，《%s》中是%s"
                  .formatted(
                      name,
                      before.document().title(),
                      before.figure().printed(),
                      document.title(),
                      figure.printed()));
        }
      }
    }
  }

  /**
   * What a figure is: its key, and of a count what is counted, whichever document counts it. An
   * action counts its own targets only, so its counts are its own.
   */
  private static String name(Document document, Figure figure) {
    return isCount(figure) && !isOfAnAction(document)
        ? FigureKey.COUNTED + "/" + figure.key().column()
        : figure.key().toString();
  }

  /** Each target is of one action; where together they count all, they count all lights, too. */
  private void actionsAndAll() {
    List<Document> actions = documents.stream().filter(DocumentSetCheck::isOfAnAction).toList();
    documents.stream()
        .filter(document -> document.id().equals(Bulletins.OVERALL))
        .filter(document -> !actions.isEmpty())
        .findFirst()
        .ifPresent(
            overall -> {
              boolean complete =
                  sum(actions, TARGETS).compareTo(sum(List.of(overall), TARGETS)) == 0;
              compare(actions, overall, TARGETS, "全部目标", complete);
              compare(actions, overall, "judged", "有数据可评判的目标", complete);
              for (Light light : Light.values()) {
                compare(actions, overall, TARGETS + "-" + light, light.nameZh() + "的目标", complete);
              }
            });
  }

  private void compare(
      List<Document> actions, Document overall, String count, String what, boolean complete) {
    BigDecimal parts = sum(actions, count);
    BigDecimal whole = sum(List.of(overall), count);
    if (complete ? parts.compareTo(whole) != 0 : parts.compareTo(whole) > 0) {
      faults.add(
          "%s：各行动通报相加%s项，《%s》中%s项"
              .formatted(what, parts.toPlainString(), overall.title(), whole.toPlainString()));
    }
  }

  /** Of a count that is not shown because there is none, zero. */
  private static BigDecimal sum(List<Document> documents, String count) {
    return documents.stream()
        .flatMap(
            document ->
                document.figures().stream()
                    .filter(figure -> isCount(figure) && figure.key().column().equals(count))
                    .limit(1))
        .map(Figure::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(0);
  }

  private static boolean isCount(Figure figure) {
    return figure.key().row().startsWith(FigureKey.COUNTED + "/");
  }

  private static boolean isOfAnAction(Document document) {
    return document.id().startsWith(OF_AN_ACTION);
  }

  private record Shown(Document document, Figure figure) {}
}
