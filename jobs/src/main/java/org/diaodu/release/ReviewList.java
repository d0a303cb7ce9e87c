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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.diaodu.release.SignOffStep.Verdict;

/**
 * The list of what changed, for the reviewer: a table that Excel and WPS open, a line for each
 * change, in which he writes 是 or 否 and why. Its heading names the submission that it was written
 * for, so that what was ticked of one draft approves no other.
 */
final class ReviewList {
  /** Name of the file beside the drafts. */
  static final String FILE = "review.csv";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<String> HEADER = List.of("文件", "项目", "原来", "现在", "是否正确（是/否）", "说明");
  private static final String SUBMISSION = "送审号 ";
  private static final int DECIDED = 4;
  private static final Map<String, Boolean> ANSWERS =
      Map.of("是", true, "√", true, "对", true, "否", false, "×", false, "错", false);

  private ReviewList() {}

  /**
   * The file, nothing decided yet.
   *
   * @param submission by which the list is known to be of this draft
   */
  static String csv(String submission, List<Verdict> verdicts) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
      csv.printRecord(Stream.concat(HEADER.stream(), Stream.of(SUBMISSION + submission)));
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
   * @param submission the draft that is waiting
   * @param asked the changes that the list was written with
   * @throws SignOffRefusedException where it is another list, or an answer is neither yes nor no
   */
  static List<Verdict> read(byte[] file, String submission, List<Verdict> asked) {
    List<CSVRecord> lines;
    String text = text(file).replaceFirst("^" + BYTE_ORDER_MARK, "");
    try (CSVParser parser = CSVFormat.EXCEL.parse(new StringReader(text))) {
      lines = parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new SignOffRefusedException("审核单打不开：请存为CSV（UTF-8）。" + e.getMessage());
    }
    requireOf(submission, lines);
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

  private static void requireOf(String submission, List<CSVRecord> lines) {
    List<String> heading = lines.isEmpty() ? List.of() : lines.get(0).toList();
    String of =
        heading.stream()
            .map(String::strip)
            .filter(cell -> cell.startsWith(SUBMISSION.strip()))
            .findFirst()
            .map(cell -> cell.substring(SUBMISSION.strip().length()).strip())
            .orElseThrow(
                () ->
                    new SignOffRefusedException(
                        "审核单第1行没有送审号，应是“%s%s”。请用这次送审时写出的审核单".formatted(SUBMISSION, submission)));
    if (!of.equals(submission)) {
      throw new SignOffRefusedException(
          "审核单是另一次送审的（%s），等待审核的是%s。请用最近一次送审时写出的审核单".formatted(of, submission));
    }
  }

  private static Verdict verdict(CSVRecord line, Verdict asked, int number) {
    Statement.Change change = asked.change();
    List<String> expected =
        List.of(change.document(), change.what(), change.before(), change.now());
    List<String> cells = line.toList();
    if (cells.size() <= DECIDED || !isSame(expected, cells)) {
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

  private static boolean isSame(List<String> written, List<String> saved) {
    return IntStream.range(0, written.size())
        .allMatch(i -> SavedCell.isSame(written.get(i), saved.get(i)));
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
