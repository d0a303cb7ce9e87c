package org.diaodu.ingest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.text.Remembered;

/**
 * What words say of a figure: 累计 from when on it counts, 同比增速 what of it is measured, 累计同比 both.
 *
 * @param accumulation null where they do not say it
 * @param measure null where they do not say it
 */
public record FigureWords(Accumulation accumulation, Measure measure)
    implements java.io.Serializable {
  static final FigureWords NONE = new FigureWords(null, null);

  private static final Pattern ACCUMULATION =
      Pattern.compile(
          "(?<ytd>1-本月|年初至今|(?:自年初|年初|本年|当年)?累计|全年)"
              + "|(?<per>[当本](?:月|季度?|期)|单月|单季度?)"
              + "|(?<eop>(?:期|月|季|年)末|时点)");

  private static final String YEAR_AGO = "比(?:上年|去年)(?:同期|同月|同季)?";

  private static final Pattern MEASURE =
      Pattern.compile(
          "(?<average>两年平均(?:增长率?|增速|增幅)?)"
              + "|(?<growth>(?:按?(?:不变价|可比价)(?:格)?(?:计算)?)?(?:同比|"
              + YEAR_AGO
              + ")?(?:增长率?|增速|增幅|增减率?|升降)|同比|"
              + YEAR_AGO
              + ")"
              + "|(?<constant>按?(?:不变价|可比价)(?:格)?(?:计算)?(?:总量|绝对[量数值额])?)"
              + "|(?<level>绝对[量数值额]|总[量额]|现价|水平|数值|数量)");

  /** Words between and behind the others that say nothing of their own. */
  private static final Pattern FILLER = Pattern.compile("[数值额的_/]|口径|\\(%\\)|%");

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]");

  /** What is longer says more than these two things. */
  private static final int LONGEST = 20;

  /** Line after line says the same. */
  private static final Remembered<Optional<FigureWords>> SEEN =
      new Remembered<>(FigureWords::read, 2_000);

  /** What a text says; empty where it says anything else as well, as 环比 or 规模以上累计 do. */
  static Optional<FigureWords> of(String text) {
    return text.length() > LONGEST ? Optional.empty() : SEEN.of(text);
  }

  private static Optional<FigureWords> read(String text) {
    String rest = normal(text);
    Optional<FigureWords> code = code(rest);
    if (code.isPresent()) {
      return code;
    }
    FigureWords said = NONE;
    while (!rest.isEmpty()) {
      Matcher accumulation = ACCUMULATION.matcher(rest);
      Matcher measure = MEASURE.matcher(rest);
      Matcher filler = FILLER.matcher(rest);
      Matcher next;
      if (accumulation.lookingAt() && said.accumulation == null) {
        said = new FigureWords(accumulation(accumulation), said.measure);
        next = accumulation;
      } else if (measure.lookingAt() && said.measure == null) {
        said = new FigureWords(said.accumulation, measure(measure));
        next = measure;
      } else if (!said.isNone() && filler.lookingAt()) {
        next = filler;
      } else {
        return Optional.empty();
      }
      rest = rest.substring(next.end());
    }
    return said.isNone() ? Optional.empty() : Optional.of(said);
  }

  /** These words and others of the same figure; empty where they contradict each other. */
  Optional<FigureWords> with(FigureWords other) {
    if (isNone() || other.isNone()) {
      return Optional.of(other.isNone() ? this : other);
    }
    boolean contrary = differ(accumulation, other.accumulation) || differ(measure, other.measure);
    return contrary
        ? Optional.empty()
        : Optional.of(
            new FigureWords(
                accumulation == null ? other.accumulation : accumulation,
                measure == null ? other.measure : measure));
  }

  private boolean isNone() {
    return accumulation == null && measure == null;
  }

  private static boolean differ(Object one, Object other) {
    return one != null && other != null && !Objects.equals(one, other);
  }

  private static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANK.matcher(folded).replaceAll("").replace('—', '-').replace('–', '-');
  }

  private static Optional<FigureWords> code(String text) {
    for (Accumulation code : Accumulation.values()) {
      if (code.name().equalsIgnoreCase(text)) {
        return Optional.of(new FigureWords(code, null));
      }
    }
    for (Measure code : Measure.values()) {
      if (code.name().equalsIgnoreCase(text)) {
        return Optional.of(new FigureWords(null, code));
      }
    }
    return Optional.empty();
  }

  private static Accumulation accumulation(Matcher found) {
    return found.group("ytd") != null
        ? Accumulation.YTD
        : found.group("per") != null ? Accumulation.PER : Accumulation.EOP;
  }

  private static Measure measure(Matcher found) {
    if (found.group("average") != null) {
      return Measure.TWO_YEAR_AVERAGE;
    }
    if (found.group("growth") != null) {
      return Measure.YOY;
    }
    return found.group("constant") != null ? Measure.LEVEL_CONSTANT : Measure.LEVEL;
  }
}
