package org.diaodu.layout;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diaodu.region.Indicator;

/**
 * Words over or under a table by which its figures are not what its template takes them for.
 *
 * @param words those words, each once
 */
record TitleScope(List<Words> words) {
  /** What was not counted: plans, forecasts, samples. 计划完成情况 tells what was. */
  private static final Pattern NOT_COUNTED =
      Pattern.compile(
          "预计|预测|预估|测算|推算|样表|样例|填报示例" + "|(?:计划|目标|任务)(?:数|值|表|安排|分解表?|下达表?)?(?=[()\\n,;。:]|$)");

  /** The same in a note, where it speaks of the table and not of the year to come. */
  private static final Pattern NOTED =
      Pattern.compile("(?:本表|表[中内]|以上|上述).{0,8}?(?:预计|预测|计划|目标|任务)(?:数|值)");

  /** What a whole is without, but for a name that says so itself. */
  private static final String WITHOUT = "(?:不含|不包括|剔除|扣除)(?!农户)";

  /** What is reckoned from the whole. */
  private static final String RECKONED = "(?:增量|增加额|增减额|占比|占\\p{IsAlphabetic}{0,12}?比[重例])";

  /** What makes a part of the whole that stands behind it, or reckons from it. */
  private static final String PART =
      "(?:人均|户均|亩均|限额以[上下]|规模以[上下]|限[上下]|规[上下]|城镇|乡村|农村|城市|城区|民营|民间|非公有制|非公|国有|集体"
          + "|私营|外资|外商|港澳台|园区|开发区|其中)";

  /**
   * Some words.
   *
   * @param what the words alone
   * @param found the words with what they belong to
   * @param of the text of the template's title that they belong to; empty where they say that
   *     nothing was counted
   */
  record Words(String what, String found, String of) {}

  /**
   * The words of a title and of notes.
   *
   * @param titles the texts that the template asks for: what they say themselves it means
   */
  static TitleScope of(TableTitle title, List<String> notes, List<String> titles) {
    Set<Words> words = new LinkedHashSet<>();
    notes.forEach(note -> add(NOTED.matcher(note), words));
    for (TextEvidence line : title.lines().subList(title.start(), title.lines().size())) {
      String rest = line.rest();
      for (String known : titles) {
        rest = rest.replace(known, "某");
        addParts(line.rest(), known, words);
      }
      add(NOT_COUNTED.matcher(rest), words);
    }
    return new TitleScope(List.copyOf(words));
  }

  private static void add(Matcher notCounted, Set<Words> words) {
    while (notCounted.find()) {
      words.add(new Words(notCounted.group(), notCounted.group(), ""));
    }
  }

  private static void addParts(String line, String known, Set<Words> words) {
    Matcher part =
        Pattern.compile(
                "(%1$s)%2$s|%2$s\\(?中?(%1$s|%3$s)|%2$s(%4$s)"
                    .formatted(PART, Pattern.quote(known), WITHOUT, RECKONED))
            .matcher(line);
    while (part.find()) {
      String what =
          Stream.of(part.group(1), part.group(2), part.group(3))
              .filter(Objects::nonNull)
              .findFirst()
              .orElseThrow();
      words.add(new Words(what, part.group(), known));
    }
  }

  /**
   * Refuses a figure under a title that speaks of a plan or a forecast, or only of a part of what
   * its template reads. What the indicator's own name says, the title may say.
   */
  void check(Indicator indicator, Doubts doubts) {
    for (Words said : words) {
      boolean named =
          Stream.concat(Stream.of(indicator.nameZh()), indicator.aliases().stream())
              .anyMatch(name -> Label.normal(name).contains(said.what()));
      if (!named && said.of().isEmpty()) {
        doubts.refuse(
            "not_counted",
            said.found(),
            "实际完成数",
            "表题或表注里写着“%s”，不像实际完成数。请核对；如果是实际数，请改正".formatted(said.found()));
      } else if (!named) {
        doubts.refuse(
            "part_of_whole",
            said.found(),
            said.of(),
            "表题写的是“%s”，模板读的是“%s”，范围或口径不一样。请改正表题；确实要这样读，请在模板的title中写全"
                .formatted(said.found(), said.of()));
      }
    }
  }
}
