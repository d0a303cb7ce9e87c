package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of text, taken apart into what may name the period, area and unit of a table, and what
 * only looks like it: years that are no period of its figures, offices that are not their area.
 *
 * @param rest what may name them, in its normal form; line ends stand for what was taken out
 * @param others what was taken out, with its kind
 */
record TextEvidence(String rest, List<Evidence> others) {
  private static final String YEAR = "(?:19|20)\\d{2}";

  /** A day, a month or a year. */
  private static final String DATE =
      YEAR + "(?:年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|[./-]\\d{1,2}(?:[./-]\\d{1,2})?(?!\\d))";

  /** What is done to a table, as opposed to what it is about. */
  private static final String DONE =
      "(?:编印|印制|印刷|印发|打印|编制|制定|制表|填报|填表|报送|上报|报出|发布|公布|更新|批准|审核|修订|出版|整理)";

  private static final String CENSUS = "(?:普查|经普|人普|农普)";

  private static final Pattern OF_GROWTH = Pattern.compile("增速|增长|增幅|速度|指数");

  private record Rule(EvidenceKind kind, Pattern pattern) {
    Rule(EvidenceKind kind, String pattern) {
      this(kind, Pattern.compile(pattern));
    }
  }

  /** In the order in which they are taken out: a print date may stand within a statement. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(EvidenceKind.PAGE_TEXT, "(?:浏览|阅读|点击|访问)(?:次数|量|数)?:?\\d+次?"),
          new Rule(EvidenceKind.BREADCRUMB, "^(?:网站首页|首页|当前位置|您.{0,6}位置).*"),
          new Rule(EvidenceKind.BREADCRUMB, "^.*[\\p{IsHan}\\d)][>»›→]+[\\p{IsHan}\\d(].*$"),
          new Rule(
              EvidenceKind.DOCUMENT_NUMBER, "\\p{IsHan}{0,8}\\(?" + YEAR + "年?\\)?第?\\d{1,4}号"),
          new Rule(
              EvidenceKind.DOCUMENT_NUMBER,
              YEAR + "年?\\p{IsHan}{0,12}?(?:报表制度|调查制度|统计制度|调查方案|实施方案|工作方案)"),
          new Rule(
              EvidenceKind.VALIDITY, "有效期限?(?:截至|截止|至|到|为)?:?" + DATE + "(?:[-至到]" + DATE + ")?"),
          new Rule(EvidenceKind.VALIDITY, "[自从]" + DATE + "(?:起|开始|以来)(?:执行|施行|实施)?"),
          new Rule(EvidenceKind.VALIDITY, DATE + "(?:起?(?:执行|施行|实施)|起(?=$|[),;]))"),
          new Rule(EvidenceKind.BASE_YEAR, BasePeriod.PRICES),
          new Rule(EvidenceKind.COMPARISON, BasePeriod.COMPARED),
          new Rule(EvidenceKind.CENSUS, YEAR + "年?(?:第.次|[一二三四五六七八])?\\p{IsHan}{0,6}?" + CENSUS),
          new Rule(EvidenceKind.CENSUS, CENSUS + "(?:年份)?\\(?" + YEAR + "年?\\)?"),
          new Rule(EvidenceKind.PUBLICATION, YEAR + "年?\\p{IsHan}{0,8}?年鉴"),
          new Rule(EvidenceKind.PUBLICATION, "年鉴[-(]?" + YEAR + "年?\\)?"),
          new Rule(EvidenceKind.PUBLICATION, YEAR + "年?第?\\d{1,3}期"),
          new Rule(EvidenceKind.PRINT_DATE, DONE + "(?:日期|时间|年月)?(?:于|为)?:?" + DATE),
          new Rule(EvidenceKind.PRINT_DATE, DATE + "(?:" + DONE + "|[印编制](?=$|[),;]))"),
          new Rule(
              EvidenceKind.PRINT_DATE, "^\\p{IsHan}{2,20}(?:局|调查队|办公室|人民政府)[,(]?" + DATE + "\\)?$"),
          // A day says when a table was made, not what it is about.
          new Rule(EvidenceKind.PRINT_DATE, ReleaseDay.DATE.pattern()),
          new Rule(
              EvidenceKind.ISSUER,
              "(?:编制|编印|填报|填表|发布|公布|报送|上报|报出|制表|制定|印发|主管|主办|责任|牵头|来源|综合|审批|批准|汇总)"
                  + "(?:单位|机关|机构|部门|者)(?:名称)?(?:\\([^()]{1,4}\\))?:[^,;\\n]*?"
                  + "(?=$|[,;\\n]|"
                  + YEAR
                  + "年|计量单位|单位:)"),
          new Rule(EvidenceKind.ISSUER, "(?:资料|数据)来源于?:?[^,;\\n]*"));

  /** A line in its normal form, taken apart. */
  static TextEvidence of(String normal) {
    String rest = PeriodFinder.arabic(normal);
    List<Evidence> others = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher found = rule.pattern().matcher(rest);
      while (found.find()) {
        others.add(new Evidence(rule.kind(), found.group()));
      }
      rest = found.replaceAll("\n");
    }
    return new TextEvidence(rest, List.copyOf(others));
  }

  /** Whether it says that amounts are at the prices of a year, and not that growth is. */
  boolean saysConstantPrices() {
    return others.stream()
            .anyMatch(e -> e.kind() == EvidenceKind.BASE_YEAR && e.text().contains("价"))
        && !OF_GROWTH.matcher(rest).find();
  }

  /** Text that names nothing of a table, wherever it comes from. */
  static TextEvidence ofPage(String normal) {
    return new TextEvidence("", List.of(new Evidence(EvidenceKind.PAGE_TEXT, normal)));
  }
}
