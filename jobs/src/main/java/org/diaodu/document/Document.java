package org.diaodu.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
 * @param letterhead what surrounds its text when it is sent; none in documents that were kept
 *     before there was any
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
    Letterhead letterhead,
    List<Block> blocks) {

  /** Reads what was kept without a letterhead as one without. */
  public Document {
    letterhead = letterhead == null ? Letterhead.NONE : letterhead;
  }

  /** Every figure in the order in which it is shown. */
  @JsonIgnore
  public List<Figure> figures() {
    return blocks.stream().flatMap(block -> block.accept(FIGURES).stream()).toList();
  }

  /** The same under another edition, with other marks. */
  public Document as(String otherEdition, Set<Mark> otherMarks) {
    return new Document(
        id, title, issuer, period, asOf, otherEdition, otherMarks, letterhead, blocks);
  }

  /** The same under another letterhead. */
  public Document under(Letterhead other) {
    return new Document(id, title, issuer, period, asOf, edition, marks, other, blocks);
  }

  /** The same with other parts. */
  public Document with(List<Block> others) {
    return new Document(id, title, issuer, period, asOf, edition, marks, letterhead, others);
  }

  private static final Block.Visitor<List<Figure>> FIGURES =
      new Block.Visitor<>() {
        @Override
        public List<Figure> heading(Block.Heading heading) {
          return List.of();
        }

        @Override
        public List<Figure> paragraph(Block.Paragraph paragraph) {
          return paragraph.text().figures();
        }

        @Override
        public List<Figure> table(Block.Table table) {
          return table.rows().stream()
              .flatMap(row -> row.cells().stream())
              .flatMap(cell -> cell.text().figures().stream())
              .toList();
        }

        @Override
        public List<Figure> chart(Block.Chart chart) {
          return chart.series().stream()
              .flatMap(series -> series.points().stream())
              .filter(Objects::nonNull)
              .toList();
        }

        @Override
        public List<Figure> annex(Block.Annex annex) {
          return List.of();
        }

        @Override
        public List<Figure> tiles(Block.Tiles tiles) {
          return tiles.tiles().stream().flatMap(t -> t.state().figures().stream()).toList();
        }

        @Override
        public List<Figure> newPage(Block.NewPage newPage) {
          return List.of();
        }
      };
}
