package org.diaodu.release;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.diaodu.release.SignOffStep.Verdict;

/**
 * The list of what changed, for the reviewer: a table that Excel and WPS open, a line for each
 * change, in which he writes 是 or 否 and why.
 */
final class ReviewList {
  /** Name of the file beside the drafts. */
  static final String FILE = "review.csv";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<String> HEADER = List.of("文件", "项目", "原来", "现在", "是否正确（是/否）", "说明");
  private static final int DECIDED = 4;
  private static final Map<String, Boolean> ANSWERS =
      Map.of("是", true, "√", true, "对", true, "否", false, "×", false, "错", false);

  private ReviewList() {}

  /** The file, nothing decided yet. */
  static String csv(List<Verdict> verdicts) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
      csv.printRecord(HEADER);
      for (Verdict verdict : verdicts) {
        Statement.Change change = verdict.change();
        csv.printRecord(
            change.document(),
            asText(change.what()),
            asText(change.before()),
            asText(change.now()),
            "",
            "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a review list", e);
    }
    return BYTE_ORDER_MARK + text;
  }

  /**
   * What was decided, in the order of the lines.
   *
   * @param asked the changes that the list was written with
   * @throws SignOffRefusedException where it is another list, or an answer is neither yes nor no
   */
  static List<Verdict> read(byte[] file, List<Verdict> asked) {
    List<CSVRecord> lines;
    String text = text(file).replaceFirst("^" + BYTE_ORDER_MARK, "");
    try (CSVParser parser = CSVFormat.EXCEL.parse(new StringReader(text))) {
      lines = parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new SignOffRefusedException("审核单打不开：请存为CSV（UTF-8）。" + e.getMessage());
    }
    if (lines.size() != asked.size() + 1) {
      throw new SignOffRefusedException(
          "审核单应有%d行，实有%d行。请用这次送审时写出的审核单".formatted(asked.size() + 1, lines.size()));
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      verdicts.add(verdict(lines.get(i + 1), asked.get(i), i + 2));
    }
    return verdicts;
  }

  private static Verdict verdict(CSVRecord line, Verdict asked, int number) {
    Statement.Change change = asked.change();
    // What Excel saves of a figure may have lost its zeros: the line is known by what it is about.
    List<String> expected = List.of(change.document(), asText(change.what()));
    List<String> cells = line.toList();
    if (cells.size() <= DECIDED || !cells.subList(0, expected.size()).equals(expected)) {
      throw new SignOffRefusedException("审核单第%d行与送审时的不同。请只填后两栏".formatted(number));
    }
    String answer = cells.get(DECIDED).strip();
    if (!answer.isEmpty() && !ANSWERS.containsKey(answer)) {
      throw new SignOffRefusedException("审核单第%d行的“%s”既不是“是”也不是“否”".formatted(number, answer));
    }
    return new Verdict(
        change,
        ANSWERS.get(answer),
        cells.size() > DECIDED + 1 ? cells.get(DECIDED + 1).strip() : "");
  }

  /** Excel saves a table in UTF-8 only where it is told to. */
  private static String text(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException other) {
      return new String(file, Charset.forName("GB18030"));
    }
  }

  /** Excel makes a formula of what begins with a sign, and would save another text. */
  private static String asText(String said) {
    return said.matches("[-+=@].*") ? "'" + said : said;
  }
}
