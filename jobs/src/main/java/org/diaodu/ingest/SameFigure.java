package org.diaodu.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What becomes of cells that say the same figure and came at one instant. Said twice alike in a
 * file, the first counts and the rest are left out. Said differently, in one file or in several,
 * nobody can know which is right or came last, and all are held until somebody says which counts.
 */
final class SameFigure {
  /** Why a cell is left out that says once more what its file said before. */
  static final String REPEATED = "duplicate_in_file";

  private static final String OF_SEVERAL = "对同一个数说法不同的文件，到达时间有先后";

  /** Places that a message names. */
  private static final int SHOWN = 10;

  /**
   * A cell that was accepted by itself.
   *
   * @param file its file
   * @param line its place in the order of the file
   * @param sourceCell where it stands: line:column, or sheet!address
   * @param rawText the figure as it stands
   * @param value the figure with six decimals; null where it is withdrawn
   * @param status its status
   * @param confidentiality whether it is for the public; null where nothing is said
   * @param besides what else a report of progress says, such as its evidence; empty of a figure
   * @param isReport whether it is a report of progress, which is sent anew and not held
   */
  record Statement(
      String file,
      long line,
      String sourceCell,
      String rawText,
      String value,
      String status,
      String confidentiality,
      String besides,
      boolean isReport) {
    /** Of a text file the number of the line, of a book the cell. */
    private String place() {
      return isLine() ? String.valueOf(line) : sourceCell;
    }

    private boolean isLine() {
      return sourceCell.matches("\\d+:\\d+");
    }

    private String at() {
      return isLine() ? "第%d行".formatted(line) : "单元格" + sourceCell;
    }
  }

  /**
   * What becomes of a statement.
   *
   * @param repeated whether it says once more what its file said before
   * @param conflict why it is refused; null where it is not
   */
  record Verdict(boolean repeated, Fault conflict) {}

  private SameFigure() {}

  /** What becomes of all statements of one figure, by statement. */
  static Map<Statement, Verdict> judge(List<Statement> statements) {
    Set<String> said = new HashSet<>();
    statements.forEach(
        s ->
            said.add(
                String.join(
                    " ",
                    Objects.toString(s.value, ""),
                    s.status,
                    Objects.toString(s.confidentiality, ""),
                    s.besides)));
    boolean conflict = said.size() > 1;
    Map<String, List<Statement>> byFile =
        statements.stream()
            .sorted(Comparator.comparingLong(Statement::line).thenComparing(Statement::sourceCell))
            .collect(Collectors.groupingBy(Statement::file));
    Map<Statement, Verdict> verdicts = new LinkedHashMap<>();
    byFile.forEach(
        (file, own) -> {
          for (int i = 0; i < own.size(); i++) {
            Fault fault = conflict ? fault(own.get(i), own, byFile.keySet()) : null;
            verdicts.put(own.get(i), new Verdict(!conflict && i > 0, fault));
          }
        });
    return verdicts;
  }

  private static Fault fault(Statement of, List<Statement> inFile, Set<String> files) {
    boolean inOneFile = files.size() == 1;
    String message = inOneFile ? otherwiseInFile(of, inFile) : otherwiseInFiles(files);
    return new Fault(
        inOneFile ? "conflicting_duplicate" : "conflicting_arrivals",
        of.isReport ? Fault.Severity.reject : Fault.Severity.hold,
        of.sourceCell,
        of.rawText,
        inOneFile ? "同一文件中同一指标、地区、时期只有一个数" : OF_SEVERAL,
        of.at() + message);
  }

  private static String otherwiseInFile(Statement of, List<Statement> inFile) {
    List<String> places = new ArrayList<>();
    inFile.stream().limit(SHOWN).forEach(s -> places.add(s.place()));
    String all = String.join("、", places);
    return "：同一个数在本文件的%s写得不一样，无法判断哪个对。请核实哪个对，或只保留正确的一个重新报送"
        .formatted(of.isLine() ? "第%s行".formatted(all) : all);
  }

  /** That a statement contradicts one that was stored before and came at the same instant. */
  static Fault againstStored(Statement of, String otherFile) {
    return new Fault(
        "conflicting_arrivals",
        Fault.Severity.hold,
        of.sourceCell,
        of.rawText,
        OF_SEVERAL,
        of.at() + otherwiseInFiles(Set.of(of.file, otherFile)));
  }

  private static String otherwiseInFiles(Set<String> files) {
    String names = new TreeSet<>(files).stream().limit(SHOWN).collect(Collectors.joining("、"));
    return "：同一个数在同时到达的文件%s中写得不一样，无法判断哪个在后。请核实哪个对，或只重新报送正确的一个".formatted(names);
  }
}
