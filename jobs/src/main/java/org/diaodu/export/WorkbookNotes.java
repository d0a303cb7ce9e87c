package org.diaodu.export;

import java.util.ArrayList;
import java.util.List;

/** The lines of a workbook's sheet 说明, top to bottom. */
final class WorkbookNotes {
  /**
   * One line.
   *
   * @param words from left to right
   * @param bold whether it is a warning or a heading
   */
  record Line(List<String> words, boolean bold) {}

  private static final String SIMULATED = "含模拟数据，仅供测试，不得作为统计数据使用（provenance列为simulated的行）";
  private static final String EMBARGOED = "含未到发布时间的数据，只供内部使用";

  private final List<Line> lines = new ArrayList<>();

  /** Begins with what a reader must not miss. */
  WorkbookNotes(boolean simulated, boolean embargoed) {
    if (simulated) {
      heading(SIMULATED);
    }
    if (embargoed) {
      heading(EMBARGOED);
    }
  }

  WorkbookNotes heading(String... words) {
    lines.add(new Line(List.of(words), true));
    return this;
  }

  WorkbookNotes line(String... words) {
    lines.add(new Line(List.of(words), false));
    return this;
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }
}
