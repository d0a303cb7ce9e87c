package org.diaodu.ingest;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.layout.WrittenPeriod;

/**
 * From when on the figure of a line counts and what it measures: what the header of its column, the
 * columns for these two things and its period say together.
 */
final class WordsOfLine {
  /** Under 是否累计. */
  private static final Map<String, Accumulation> YES_OR_NO =
      Map.of("是", Accumulation.YTD, "否", Accumulation.PER);

  private WordsOfLine() {}

  /** What they say together; a part of which two say different things is refused. */
  static FigureWords of(LineFields line, Optional<WrittenPeriod> period, LineFaults faults) {
    FigureWords said = line.said();
    // Asked of every line: what has no such column has nothing to look for.
    for (String column : new String[] {"accumulation", "measure", ColumnNames.WORDS}) {
      if (line.column(column) > 0) {
        said = with(said, cell(line, column, faults), line, column, faults);
      }
    }
    Optional<Accumulation> ofPeriod = period.flatMap(WrittenPeriod::accumulation);
    return ofPeriod.isEmpty()
        ? said
        : with(said, new FigureWords(ofPeriod.get(), null), line, "time_period", faults);
  }

  private static FigureWords cell(LineFields line, String column, LineFaults faults) {
    String written = line.text(column);
    if (written.isEmpty()) {
      return FigureWords.NONE;
    }
    if (column.equals("accumulation") && YES_OR_NO.containsKey(written)) {
      return new FigureWords(YES_OR_NO.get(written), null);
    }
    Optional<FigureWords> words = FigureWords.of(written);
    if (words.isPresent()) {
      return words.get();
    }
    String known =
        column.equals("measure") ? codes(Measure.values()) : codes(Accumulation.values());
    faults.add(
        "unknown_" + (column.equals("measure") ? "measure" : "accumulation"),
        line.column(column),
        written,
        known,
        "%s“%s”不认得，只能是：%s，或当月、累计、期末、绝对量、增速这样的词"
            .formatted(ColumnNames.inWords(column), written, known));
    return FigureWords.NONE;
  }

  private static FigureWords with(
      FigureWords said, FigureWords more, LineFields line, String column, LineFaults faults) {
    Optional<FigureWords> together = said.with(more);
    if (together.isEmpty()) {
      faults.add(
          "contradicting_labels",
          line.column(column),
          line.text(column),
          "一种说法",
          "“%s”与同一行（或表头）的其他说法不一致：%s。请改正".formatted(line.text(column), inWords(said)));
    }
    return together.orElse(said);
  }

  private static String inWords(FigureWords said) {
    String accumulation =
        said.accumulation() == null
            ? ""
            : switch (said.accumulation()) {
              case PER -> "当期";
              case YTD -> "累计";
              case EOP -> "期末";
            };
    return accumulation + (said.measure() == null ? "" : said.measure().nameZh());
  }

  private static <E extends Enum<E>> String codes(E[] codes) {
    return Arrays.stream(codes).map(Enum::name).collect(Collectors.joining("、"));
  }
}
