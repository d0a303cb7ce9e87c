package org.diaodu.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.FigureNames;
import org.diaodu.document.FrozenDocument;
import org.diaodu.document.Letterhead;
import org.diaodu.document.Text;
import org.diaodu.region.RegionPack;
import org.diaodu.trace.Trace;
import org.diaodu.trace.TracedDocument;

/** What a new release of a period changes in a document, and says so in it. */
public final class Correction {
  private static final String TABLE = "更正";
  private static final String CONCLUSIONS = "结论更正";
  private static final String BEGINNING = "本次发布更正并代替";

  private Correction() {}

  /** Whether two documents show the same: their blocks with every figure as it is printed. */
  public static boolean isSame(Document before, Document now) {
    return shown(before).equals(shown(now));
  }

  /**
   * The document with what was changed at its beginning: first each conclusion that is another one,
   * then each figure that was printed otherwise; what is new, and what is not there any more. Where
   * nothing differs it only says so.
   *
   * @param before the document of the release that is corrected
   * @param now the new one
   */
  public static TracedDocument of(ReleasedDocument before, TracedDocument now, RegionPack pack) {
    Map<String, Integer> old = places(before.traced());
    Map<String, Integer> current = places(now);
    List<Block.Row> rows = new ArrayList<>();
    List<Trace> traces = new ArrayList<>();
    current.forEach(
        (key, place) -> {
          Figure figure = now.figures().get(place);
          Integer earlier = old.get(key);
          if (earlier == null) {
            rows.add(row(key, pack, Text.words("未列"), Text.of(figure)));
            traces.add(now.traces().get(place));
          } else if (!before.traced().figures().get(earlier).printed().equals(figure.printed())) {
            rows.add(row(key, pack, Text.of(printed(before, earlier)), Text.of(figure)));
            traces.add(before.traced().traces().get(earlier));
            traces.add(now.traces().get(place));
          }
        });
    old.forEach(
        (key, place) -> {
          if (!current.containsKey(key)) {
            rows.add(row(key, pack, Text.of(printed(before, place)), Text.words("不再列出")));
            traces.add(before.traced().traces().get(place));
          }
        });
    List<Block.Row> conclusions = conclusions(before.traced().document(), now.document());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            Text.words(
                "%s第%d次发布%s"
                    .formatted(
                        BEGINNING,
                        before.number(),
                        rows.isEmpty() && conclusions.isEmpty() ? "，所列的数没有改变。" : "，更正如下：")),
            false));
    if (!conclusions.isEmpty()) {
      blocks.add(
          new Block.Table(
              CONCLUSIONS,
              CONCLUSIONS,
              List.of(
                  new Block.Column("结论", false, 30),
                  new Block.Column("原发布", false, 35),
                  new Block.Column("现发布", false, 35)),
              conclusions));
    }
    if (!rows.isEmpty()) {
      blocks.add(
          new Block.Table(
              TABLE,
              TABLE,
              List.of(
                  new Block.Column("数", false, 60),
                  new Block.Column("原发布", true, 16),
                  new Block.Column("现发布", true, 16)),
              rows));
    }
    blocks.addAll(now.document().blocks());
    traces.addAll(now.traces());
    Document document = now.document();
    return new TracedDocument(document.with(blocks), traces);
  }

  /**
   * Praise, criticism, lights, owners and whatever else is concluded; figures in it are left out.
   */
  private static List<Block.Row> conclusions(Document before, Document now) {
    Map<String, String> old = new LinkedHashMap<>(Conclusions.of(without(before)));
    List<Block.Row> rows = new ArrayList<>();
    Conclusions.of(now)
        .forEach(
            (what, words) -> {
              String earlier = old.remove(what);
              if (!words.equals(earlier)) {
                rows.add(conclusion(what, earlier == null ? "未列" : earlier, words));
              }
            });
    old.forEach((what, words) -> rows.add(conclusion(what, words, "不再列出")));
    return rows;
  }

  private static Block.Row conclusion(String what, String before, String now) {
    return new Block.Row(List.of(Cell.words(what), Cell.words(before), Cell.words(now)), Map.of());
  }

  /** A document without what it says of the release that it corrects. */
  static Document without(Document document) {
    return document.with(document.blocks().stream().filter(block -> !isCorrection(block)).toList());
  }

  /** The first place of each figure. */
  private static Map<String, Integer> places(TracedDocument traced) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Figure> figures = traced.figures();
    for (int i = 0; i < figures.size(); i++) {
      // What an earlier correction said of a still earlier release is no figure of this one.
      if (!figures.get(i).key().row().startsWith("dispatch_figures/")) {
        places.putIfAbsent(figures.get(i).key().toString(), i);
      }
    }
    return places;
  }

  private static Block.Row row(String key, RegionPack pack, Text before, Text now) {
    return new Block.Row(
        List.of(Cell.words(FigureNames.of(FigureKey.of(key), pack)), Cell.of(before), Cell.of(now)),
        Map.of());
  }

  /** A figure as an earlier release printed it: its key is that of its row there. */
  private static Figure printed(ReleasedDocument before, int place) {
    Figure figure = before.traced().figures().get(place);
    return new Figure(
        new FigureKey(
            "dispatch_figures/%s/%s/%d"
                .formatted(before.releaseId(), before.traced().document().id(), place),
            "printed"),
        figure.value(),
        figure.printed(),
        figure.unit(),
        figure.simulated(),
        figure.counted());
  }

  private static String shown(Document document) {
    Document same =
        new Document(
            "",
            document.title(),
            "",
            "",
            LocalDate.EPOCH,
            "",
            Set.of(),
            Letterhead.NONE,
            without(document).blocks());
    FrozenDocument frozen = FrozenDocument.of(same);
    return frozen.body() + frozen.figures().stream().map(f -> f.key() + "=" + f.printed()).toList();
  }

  private static boolean isCorrection(Block block) {
    if (block instanceof Block.Table table) {
      return table.name().equals(TABLE) || table.name().equals(CONCLUSIONS);
    }
    return block instanceof Block.Paragraph paragraph
        && paragraph.text().plain().startsWith(BEGINNING);
  }
}
