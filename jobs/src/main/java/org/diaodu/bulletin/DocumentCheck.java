package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.Text;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;

/**
 * A document held against itself before it is written: a count is the same wherever it stands,
 * parts add up to their whole, a table has one period or says which, and nothing is printed that is
 * for machines or says nothing.
 */
public final class DocumentCheck {
  private static final Pattern MACHINE_WORD =
      Pattern.compile("[a-z]+_[a-z_]+|\\{[a-z_]+\\}|(statistics|reporting|landing)\\.|\\bnull\\b");

  private static final Pattern PERIOD = Pattern.compile("\\d{4}(-Q[1-4]|-\\d{2})?");
  private static final Set<String> BY_PERIOD = Set.of("growth", "attainment", "capital_share");

  private final Document document;
  private final List<String> faults = new ArrayList<>();

  private DocumentCheck(Document document) {
    this.document = document;
  }

  /**
   * Refuses documents of a period that contradict themselves or each other.
   *
   * @throws InconsistentDocumentException for the first of them, with all that is wrong with it, or
   *     with all that differs between them
   */
  public static void require(List<Document> documents) {
    for (Document document : documents) {
      List<String> faults = faults(document);
      if (!faults.isEmpty()) {
        throw new InconsistentDocumentException(document.title(), faults);
      }
    }
    List<String> between = DocumentSetCheck.faults(documents);
    if (!between.isEmpty()) {
      throw new InconsistentDocumentException(documents.get(0).period() + "各文件", between);
    }
  }

  /** What is wrong with a document, each with its place and both figures; empty where nothing. */
  public static List<String> faults(Document document) {
    DocumentCheck check = new DocumentCheck(document);
    check.sameEverywhere();
    check.partsAndWholes();
    check.faults.addAll(FigureCheck.faults(document));
    for (Block block : document.blocks()) {
      if (block instanceof Block.Paragraph paragraph) {
        check.words(paragraph.text().plain(), paragraph.text().plain());
      } else if (block instanceof Block.Table table) {
        check.table(table);
      } else if (block instanceof Block.Heading heading) {
        check.words(heading.text(), heading.text());
      }
    }
    return check.faults.stream().distinct().toList();
  }

  /** One key, one value: also where a sentence and a table count the same. */
  private void sameEverywhere() {
    Map<String, Figure> first = new LinkedHashMap<>();
    for (Figure figure : document.figures()) {
      Figure before = first.putIfAbsent(figure.key().toString(), figure);
      if (before != null && before.value().compareTo(figure.value()) != 0) {
        faults.add("%s：一处是%s，另一处是%s".formatted(figure.key(), before.printed(), figure.printed()));
      }
    }
  }

  private void partsAndWholes() {
    Map<String, BigDecimal> counts = new LinkedHashMap<>();
    document.figures().stream()
        .filter(figure -> figure.key().row().startsWith(FigureKey.COUNTED + "/"))
        .forEach(figure -> counts.put(figure.key().column(), figure.value()));
    Set<String> lights =
        java.util.Arrays.stream(Light.values())
            .filter(light -> light != Light.no_data)
            .map(light -> "targets-" + light)
            .collect(Collectors.toSet());
    if (counts.containsKey("judged")) {
      sum(counts, "有数据可评判的目标", "judged", lights::contains);
    }
    if (counts.containsKey("missing")) {
      sum(counts, "尚未收到的数据", "missing", name -> name.startsWith("missing-area-"));
    }
    notMore(counts, "有数据可评判的目标", "judged", "targets");
    notMore(counts, "已过期限的问题", "overdue", "open-rectifications");
    notMore(counts, "督办的问题", "supervised", "open-rectifications");
    notMore(counts, "报召集人的问题", "escalated", "open-rectifications");
  }

  private void sum(
      Map<String, BigDecimal> counts,
      String what,
      String whole,
      java.util.function.Predicate<String> isPart) {
    BigDecimal sum =
        counts.entrySet().stream()
            .filter(count -> isPart.test(count.getKey()))
            .map(Map.Entry::getValue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(counts.get(whole)) != 0) {
      faults.add(
          "%s共%s项，分项相加是%s项"
              .formatted(
                  what,
                  counts.get(whole).stripTrailingZeros().toPlainString(),
                  sum.stripTrailingZeros().toPlainString()));
    }
  }

  private void notMore(Map<String, BigDecimal> counts, String what, String part, String whole) {
    if (counts.containsKey(part)
        && counts.containsKey(whole)
        && counts.get(part).compareTo(counts.get(whole)) > 0) {
      faults.add(
          "%s%s项，多于全部%s项"
              .formatted(
                  what,
                  counts.get(part).stripTrailingZeros().toPlainString(),
                  counts.get(whole).stripTrailingZeros().toPlainString()));
    }
  }

  private void table(Block.Table table) {
    String place = "表“%s”".formatted(table.name());
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      String header = table.columns().get(i).header();
      words(place, header);
      boolean isFilledInByHand = header.equals(RectificationSection.SIGNED);
      if (table.rows().stream().allMatch(row -> saysNothing(row.cells().get(column)))
          && !isFilledInByHand) {
        faults.add("%s的“%s”一栏没有内容".formatted(place, header));
      }
    }
    for (Block.Row row : table.rows()) {
      row.cells().forEach(cell -> words(place, cell.text().plain()));
      if (row.cells().size() > 1 && row.cells().stream().skip(1).allMatch(DocumentCheck::isZero)) {
        faults.add("%s中“%s”一行都是零".formatted(place, row.cells().get(0).text().plain()));
      }
    }
    periods(place, table);
  }

  /** Rows of different periods in a table in which neither they nor their column say which. */
  private void periods(String place, Block.Table table) {
    Map<TimePeriod, Block.Row> rows = new LinkedHashMap<>();
    for (Block.Row row : table.rows()) {
      for (Block.Cell cell : row.cells()) {
        cell.text().figures().stream()
            .map(figure -> figure.key().row())
            .flatMap(key -> period(key).stream())
            .forEach(period -> rows.putIfAbsent(period, row));
      }
    }
    if (rows.size() < 2) {
      return;
    }
    String heads = table.columns().stream().map(Block.Column::header).collect(Collectors.joining());
    rows.forEach(
        (period, row) -> {
          String words =
              heads + row.cells().stream().map(c -> c.text().plain()).collect(Collectors.joining());
          if (!words.contains("月")
              && !words.contains("全年")
              && !words.contains("季度")
              && !words.contains("年末")) {
            faults.add(
                "%s中“%s”一行是%s的数，同一张表还有别的时期，都没有写明"
                    .formatted(place, row.cells().get(0).text().plain(), period));
          }
        });
  }

  private static java.util.Optional<TimePeriod> period(String key) {
    String[] parts = key.split("/", -1);
    String last = parts[parts.length - 1];
    return BY_PERIOD.contains(parts[0]) && PERIOD.matcher(last).matches()
        ? TimePeriod.parse(last)
        : java.util.Optional.empty();
  }

  private void words(String place, String words) {
    Set<String> found = new TreeSet<>();
    MACHINE_WORD.matcher(words).results().forEach(word -> found.add(word.group()));
    if (!found.isEmpty()) {
      faults.add("%s中有程序用的词：%s".formatted(place, String.join("、", found)));
    }
    if (words.contains("。。") || words.contains("，。") || words.contains("（）")) {
      faults.add("%s的标点不对：%s".formatted(place, words));
    }
  }

  private static boolean isBlank(Block.Cell cell) {
    return cell.light() == null && cell.text().isEmpty();
  }

  private static boolean saysNothing(Block.Cell cell) {
    return isBlank(cell) || (cell.light() == null && cell.text().equals(Shown.NONE));
  }

  private static boolean isZero(Block.Cell cell) {
    Text text = cell.text();
    return cell.light() == null
        && (text.equals(Shown.NONE)
            || text.isEmpty()
            || (text.spans().size() == 1
                && text.figures().size() == 1
                && text.figures().get(0).value().signum() == 0));
  }
}
