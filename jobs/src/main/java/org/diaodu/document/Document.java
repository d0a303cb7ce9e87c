package org.diaodu.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A bulletin, a scorecard or a list, before it is printed as anything.
 *
 * @param id unique in its release: {@code bulletin}, {@code action-3}, {@code area-…}
 * @param title heading
 * @param issuer who sends it; may be empty
 * @param period the period it is about, in words
 * @param asOf day as of which the figures are known
 * @param edition 草稿, 第1次发布 …
 * @param marks what stands across its pages, in order
 * @param blocks its parts
 */
public record Document(
    String id,
    String title,
    String issuer,
    String period,
    LocalDate asOf,
    String edition,
    Set<Mark> marks,
    List<Block> blocks) {

  /** Every figure in the order in which it is shown. */
  @JsonIgnore
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        figures.addAll(paragraph.text().figures());
      } else if (block instanceof Block.Table table) {
        table
            .rows()
            .forEach(row -> row.cells().forEach(cell -> figures.addAll(cell.text().figures())));
      } else if (block instanceof Block.Chart chart) {
        chart
            .series()
            .forEach(s -> s.points().stream().filter(p -> p != null).forEach(figures::add));
      }
    }
    return figures;
  }

  /** The same under another edition, with other marks. */
  public Document as(String otherEdition, Set<Mark> otherMarks) {
    return new Document(id, title, issuer, period, asOf, otherEdition, otherMarks, blocks);
  }
}
