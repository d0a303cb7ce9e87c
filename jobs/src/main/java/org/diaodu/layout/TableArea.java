package org.diaodu.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The area that stands over a table, for templates that take it from there.
 *
 * @param refArea its code; null where none is named
 * @param written what it is called in a figure: its code, or a name that went from one area to the
 *     next and is this one's or that one's by the period of the figure
 * @param doubt why the figures are refused; null where they are not
 */
record TableArea(String refArea, String written, ReadCell.Doubt doubt) {
  /** Where the template takes no area from there. */
  static final TableArea NONE = new TableArea(null, null, null);

  /**
   * The area that the line nearest to the table names. A line farther away may name it again or
   * name what it belongs to; another area there refuses the table, with both named.
   *
   * @param lines the lines, from the top
   */
  static TableArea of(List<TextEvidence> lines, AreaMentions areas) {
    String nearest = null;
    String written = null;
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i).rest();
      Optional<String> smaller = areas.smallerPlace(line);
      if (nearest == null && smaller.isPresent()) {
        return refused(
            "unknown_area",
            smaller.get(),
            "地区名册中的地区",
            "“%s”不在地区名册中。请核对，或补上这个地区".formatted(smaller.get()));
      }
      for (String code : areas.in(line)) {
        if (nearest == null) {
          nearest = code;
          written = areas.handedOnName(line, code).orElse(code);
        } else if (!areas.isWithin(nearest, code)) {
          String both = areas.name(nearest) + "、" + areas.name(code);
          return refused(
              "contradicting_areas", both, "一个地区", "表题里写了不止一个地区：%s，不知道是哪个的数。请改正".formatted(both));
        }
      }
    }
    if (nearest != null) {
      return new TableArea(nearest, written, null);
    }
    String offices =
        lines.stream()
            .flatMap(line -> line.others().stream())
            .filter(e -> e.kind() == EvidenceKind.ISSUER)
            .map(Evidence::toString)
            .collect(Collectors.joining("、"));
    return offices.isEmpty()
        ? NONE
        : refused(
            "no_area", offices, "表题中的地区", "表题没有写明是哪个地区的数（%s只说明由谁编制）。请在表题中写明".formatted(offices));
  }

  private static TableArea refused(String rule, String found, String expected, String message) {
    return new TableArea(null, null, new ReadCell.Doubt(rule, true, found, expected, message));
  }
}
