package org.diaodu.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.Light;

/** A part of a document. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
  @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
  @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
  @JsonSubTypes.Type(value = Block.Chart.class, name = "chart"),
  @JsonSubTypes.Type(value = Block.Annex.class, name = "annex"),
  @JsonSubTypes.Type(value = Block.Tiles.class, name = "tiles"),
  @JsonSubTypes.Type(value = Block.NewPage.class, name = "new_page")
})
public sealed interface Block {

  /** Hands itself to the method for its kind. */
  <R> R accept(Visitor<R> visitor);

  /**
   * One method for each kind of block, so that a new kind does not compile before everybody who
   * walks over blocks knows it.
   *
   * @param <R> what comes of a block
   */
  interface Visitor<R> {
    /** Of a heading. */
    R heading(Heading heading);

    /** Of a paragraph. */
    R paragraph(Paragraph paragraph);

    /** Of a table. */
    R table(Table table);

    /** Of a chart. */
    R chart(Chart chart);

    /** Of the beginning of an annex. */
    R annex(Annex annex);

    /** Of tiles. */
    R tiles(Tiles tiles);

    /** Of the beginning of a page. */
    R newPage(NewPage newPage);
  }

  /**
   * A heading.
   *
   * @param level 1 for a section, 2 below it
   * @param text with its number
   */
  record Heading(int level, String text) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.heading(this);
    }
  }

  /**
   * A paragraph.
   *
   * @param text its text
   * @param small a note and not the text itself
   */
  record Paragraph(Text text, boolean small) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.paragraph(this);
    }
  }

  /** What follows begins on a new page. */
  record NewPage() implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newPage(this);
    }
  }

  /**
   * The beginning of an annex; what stands before the first is the text of the document.
   *
   * @param mark its mark, as 附件1; empty for one that is not sent
   * @param title its title
   * @param wide whether its tables want a page on its side
   */
  record Annex(String mark, String title, boolean wide) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.annex(this);
    }

    /** Whether it is sent: an annex without a mark is for the screen and the workbook alone. */
    @JsonIgnore
    public boolean isSent() {
      return !mark.isEmpty();
    }
  }

  /**
   * Tiles, one for each area, by which a reader finds what he looks for first; for the screen
   * alone, since everything in them stands in a table, too.
   *
   * @param what rows are chosen by, as 县市
   * @param tiles in order
   */
  record Tiles(String what, List<Tile> tiles) implements Block {
    /** Whether they stand on a map: each has a place of its own. */
    @JsonIgnore
    public boolean isMap() {
      return tiles.stream().allMatch(tile -> tile.column() > 0 && tile.row() > 0)
          && tiles.stream().map(tile -> List.of(tile.column(), tile.row())).distinct().count()
              == tiles.size();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tiles(this);
    }
  }

  /**
   * A tile.
   *
   * @param code by which it is opened
   * @param name of the area
   * @param light the worst of its lights
   * @param state how many lights of which kind, and what it owes
   * @param more which are red; empty without any
   * @param column where it stands on the map, from the west, 1 first; 0 where nobody says
   * @param row the same from the north
   */
  record Tile(
      String code, String name, Light light, Text state, String more, int column, int row) {}

  /**
   * A table.
   *
   * @param name short and unique in the document: the sheet in Excel
   * @param caption above it; may be empty
   * @param columns in order
   * @param rows in order
   */
  record Table(String name, String caption, List<Column> columns, List<Row> rows) implements Block {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.table(this);
    }
  }

  /**
   * A column of a table.
   *
   * @param header its words
   * @param number whether figures stand in it
   * @param weight width beside the other columns
   */
  record Column(String header, boolean number, int weight) {}

  /**
   * A row of a table.
   *
   * @param cells one for each column
   * @param about what a reader may choose it by: 地区, 行动, 灯
   */
  record Row(List<Cell> cells, Map<String, String> about) {}

  /**
   * A cell.
   *
   * @param text its text
   * @param light the light that stands behind it; null without one
   */
  record Cell(Text text, Light light) {
    /** Words alone. */
    public static Cell words(String words) {
      return new Cell(Text.words(words), null);
    }

    /** A text. */
    public static Cell of(Text text) {
      return new Cell(text, null);
    }
  }

  /**
   * A chart, whose figures also stand in it as a table for those who cannot see it.
   *
   * @param name short and unique in the document
   * @param title above it
   * @param kind how it is drawn
   * @param unit of the figures
   * @param categories along the axis
   * @param onScreenOnly whether it only repeats a table, so that print leaves it out
   * @param series its lines, bars or points
   */
  record Chart(
      String name,
      String title,
      Kind kind,
      String unit,
      List<String> categories,
      boolean onScreenOnly,
      List<Series> series)
      implements Block {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.chart(this);
    }

    /** Whether a point of it rests on a made-up figure. */
    @JsonIgnore
    public boolean isSimulated() {
      return series.stream()
          .flatMap(of -> of.points().stream())
          .anyMatch(point -> point != null && point.isMarked());
    }

    /** How it is drawn. */
    public enum Kind {
      /** Lines over time. */
      lines,
      /** Bars, one for each category. */
      bars,
      /** Bars on top of each other. */
      stacked,
      /** Points by category, and what they are held against as lines. */
      dots,
      /** Bars from where the one before ends; the last begins at nothing. */
      waterfall
    }
  }

  /**
   * A series of a chart.
   *
   * @param name its words
   * @param role what it is
   * @param points one for each category; null where there is none
   */
  record Series(String name, Role role, List<Figure> points) {
    /** What it is. */
    public enum Role {
      /** Figures. */
      figures,
      /** What is asked for: a broken line. */
      target,
      /** The whole that points are parts of. */
      average,
      /** Periods by themselves, beside figures that add up over the year. */
      alone,
      /** An estimate. */
      estimate,
      /** The lower end of its interval. */
      low,
      /** The upper end of its interval. */
      high,
      /** Targets with this light. */
      green,
      /** Targets with this light. */
      blue,
      /** Targets with this light. */
      yellow,
      /** Targets with this light. */
      red,
      /** Targets without a light. */
      no_data
    }
  }
}
