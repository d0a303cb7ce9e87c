package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.domain.ExactDecimal;

/**
 * The figures of a document held against each other: each is printed as what it is, and who stands
 * before whom is so by the figures, too.
 */
final class FigureCheck {
  private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)(万?)");
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final String GROWTH = "growth";
  private static final int AREA = 2;
  private static final int GROWTH_KEY_PARTS = 6;

  private FigureCheck() {}

  /** What does not agree, with both figures; empty where everything does. */
  static List<String> faults(Document document) {
    List<String> faults = new ArrayList<>();
    document.figures().stream()
        .filter(figure -> !isPrintedAsItIs(figure))
        .map(
            figure ->
                "%s：印的是%s，存的是%s"
                    .formatted(
                        figure.key(),
                        figure.printed(),
                        figure.value().stripTrailingZeros().toPlainString()))
        .forEach(faults::add);
    crossSections(document).values().forEach(peers -> order(peers, faults));
    return faults;
  }

  /** Rounded once from the stored figure; its sign is said by a word or a plus. */
  private static boolean isPrintedAsItIs(Figure figure) {
    Matcher number = NUMBER.matcher(figure.printed());
    if (!number.find()) {
      return true;
    }
    BigDecimal printed = new BigDecimal(number.group(1));
    BigDecimal value =
        number.group(2).isEmpty()
            ? figure.value()
            : ExactDecimal.quotient(figure.value(), TEN_THOUSAND);
    return ExactDecimal.printed(value, printed.scale()).abs().compareTo(printed) == 0;
  }

  /** Place and growth of the areas, by series and period. */
  private static Map<String, List<Peer>> crossSections(Document document) {
    Map<String, Figure> ranks = new LinkedHashMap<>();
    Map<String, Figure> growth = new HashMap<>();
    for (Figure figure : document.figures()) {
      if (figure.key().row().startsWith(GROWTH + "/")) {
        switch (figure.key().column()) {
          case "rank_yoy" -> ranks.put(figure.key().row(), figure);
          case "yoy_pct" -> growth.put(figure.key().row(), figure);
          default -> {}
        }
      }
    }
    Map<String, List<Peer>> sections = new LinkedHashMap<>();
    ranks.forEach(
        (row, rank) -> {
          String[] parts = row.split("/", -1);
          if (parts.length == GROWTH_KEY_PARTS && growth.containsKey(row)) {
            String area = parts[AREA];
            parts[AREA] = "";
            sections
                .computeIfAbsent(String.join("/", parts), section -> new ArrayList<>())
                .add(new Peer(area, rank, growth.get(row)));
          }
        });
    return sections;
  }

  /** From the first place to the last the figures fall, or, where less is better, rise. */
  private static void order(List<Peer> peers, List<String> faults) {
    List<Peer> inOrder =
        peers.stream().sorted(Comparator.comparing(peer -> peer.rank().value())).toList();
    int direction =
        inOrder.get(inOrder.size() - 1).growth().value().compareTo(inOrder.get(0).growth().value());
    for (int i = 1; i < inOrder.size(); i++) {
      Peer before = inOrder.get(i - 1);
      Peer peer = inOrder.get(i);
      int step = peer.growth().value().compareTo(before.growth().value());
      boolean isTie = peer.rank().value().compareTo(before.rank().value()) == 0;
      if (isTie ? step != 0 : step == 0 || step != direction) {
        faults.add(
            "%s居第%s位（%s），%s居第%s位（%s）：位次与数不符"
                .formatted(
                    before.growth().key(),
                    before.rank().printed(),
                    before.growth().printed(),
                    peer.area(),
                    peer.rank().printed(),
                    peer.growth().printed()));
      }
    }
  }

  private record Peer(String area, Figure rank, Figure growth) {}
}
