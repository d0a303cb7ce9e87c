package org.diaodu.office;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.trace.Source;
import org.diaodu.trace.Trace;
import org.diaodu.trace.TracedDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;

/**
 * 附：数据来源. One entry for each row that figures of the document stand in: its key, which of its
 * columns are shown, and the cells that they came from, each with the number of its file. Counts
 * have one entry together. The files stand at the end.
 */
final class WordSources {
  private static final int CELLS_LISTED = 8;
  private static final int HASH_SHOWN = 12;
  private static final int COLUMNS = 2;
  private static final double SIZE = 7.5;
  private static final double LINE = 10.5;
  private static final String COUNTS = "文中的项数、件数、个数由本文件所对照的行计数得出，逐行见Excel和网页";

  private final TracedDocument traced;
  private final Map<String, List<Integer>> places = new LinkedHashMap<>();
  private final Map<String, Integer> files = new LinkedHashMap<>();

  WordSources(TracedDocument traced) {
    this.traced = traced;
    List<Figure> figures = traced.figures();
    for (int i = 0; i < figures.size(); i++) {
      places.computeIfAbsent(entry(figures.get(i)), row -> new ArrayList<>()).add(i);
    }
  }

  /** The name by which a figure leads to its entry. */
  String anchor(int place) {
    return "source" + new ArrayList<>(places.keySet()).indexOf(entry(traced.figures().get(place)));
  }

  void write(XWPFDocument word) {
    if (places.isEmpty()) {
      return;
    }
    WordLayout.columnsFromHere(word, COLUMNS);
    XWPFParagraph heading = word.createParagraph();
    WordLayout.spacing(heading, WordLayout.LINE);
    WordLayout.outline(heading, 1);
    WordLayout.font(heading.createRun(), WordLayout.HEI, WordLayout.BODY_SIZE).setText("附：数据来源");
    int number = 0;
    for (Map.Entry<String, List<Integer>> row : places.entrySet()) {
      write(word.createParagraph(), number, row.getKey(), row.getValue());
      number++;
    }
    files.forEach(
        (file, of) -> {
          XWPFParagraph paragraph = word.createParagraph();
          WordLayout.spacing(paragraph, LINE);
          WordLayout.font(paragraph.createRun(), WordLayout.FANG, SIZE)
              .setText("〔%d〕%s".formatted(of, file));
        });
  }

  private static String entry(Figure figure) {
    String row = figure.key().row();
    return row.startsWith(FigureKey.COUNTED + "/") ? FigureKey.COUNTED : row;
  }

  private void write(XWPFParagraph paragraph, int number, String row, List<Integer> of) {
    WordLayout.spacing(paragraph, LINE);
    CTBookmark begin = paragraph.getCTP().addNewBookmarkStart();
    begin.setName("source" + number);
    begin.setId(BigInteger.valueOf(number));
    if (row.equals(FigureKey.COUNTED)) {
      WordLayout.font(paragraph.createRun(), WordLayout.FANG, SIZE).setText(COUNTS);
    } else {
      String columns =
          of.stream()
              .map(place -> traced.figures().get(place).key().column())
              .map(column -> column.replaceAll("\\.\\d+$", ""))
              .distinct()
              .collect(Collectors.joining("、"));
      WordLayout.font(paragraph.createRun(), WordLayout.HEI, SIZE)
          .setText("%s（%s）".formatted(row, columns));
      WordLayout.font(paragraph.createRun(), WordLayout.FANG, SIZE)
          .setText("　" + words(of.stream().map(traced.traces()::get).toList()));
    }
    paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(number));
  }

  private String words(List<Trace> traces) {
    List<Source> sources = traces.stream().flatMap(t -> t.sources().stream()).distinct().toList();
    if (sources.isEmpty()) {
      return traces.get(0).formula();
    }
    String cells =
        sources.stream()
            .limit(CELLS_LISTED)
            .map(s -> "〔%d〕%s“%s”".formatted(number(s), s.cell(), s.rawText()))
            .collect(Collectors.joining("、"));
    int more = sources.size() - CELLS_LISTED;
    return more > 0 ? cells + "等共%d个单元格".formatted(sources.size()) : cells;
  }

  private int number(Source source) {
    return files.computeIfAbsent(
        "%s（sha256 %s）".formatted(source.file(), source.sha256().substring(0, HASH_SHOWN)),
        file -> files.size() + 1);
  }
}
