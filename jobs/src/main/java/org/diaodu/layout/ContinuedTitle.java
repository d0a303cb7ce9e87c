package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title of a table that goes on from the page before: 续表, and often nothing more, or the title
 * once more with （续） behind it.
 */
final class ContinuedTitle {
  private static final String NUMBER = "[\\d.\\-一二三四五六七八九十]*";

  private static final Pattern CONTINUED =
      Pattern.compile("\\(?(?:表" + NUMBER + ")?\\(?(?:接|续)[上前]?[表页]?" + NUMBER + "\\)?\\)?");

  /** Words with such a mark behind them: 零售额（续）, 零售额续表2. */
  private static final Pattern REPEATED =
      Pattern.compile("(.+?)(?:\\((?:接|续)[上前]?[表页]?" + NUMBER + "\\)|续表" + NUMBER + ")");

  private static final Pattern UNIT = Pattern.compile("\\(?" + Label.UNIT_IS + ".*");

  private ContinuedTitle() {}

  /**
   * The lines over a table. One that says only that it continues, or repeats words of the title
   * before and says so, has the title of the table before; its unit, too, unless it states its own.
   *
   * @param own the lines over the table itself, in their normal form
   * @param before the lines over the table before it on its sheet; none where it is the first
   */
  static List<String> of(List<String> own, List<String> before) {
    boolean continued = own.stream().anyMatch(line -> continues(line, before));
    boolean titled =
        own.stream().anyMatch(line -> !continues(line, before) && !UNIT.matcher(line).matches());
    if (!continued || titled) {
      return own;
    }
    boolean ownUnit = own.stream().anyMatch(line -> UNIT.matcher(line).matches());
    List<String> lines = new ArrayList<>();
    before.stream().filter(line -> !(ownUnit && UNIT.matcher(line).matches())).forEach(lines::add);
    // A title said again has no unit of its own, and would hide the one behind the first.
    own.stream().filter(line -> !repeats(line, before)).forEach(lines::add);
    return List.copyOf(lines);
  }

  private static boolean continues(String line, List<String> before) {
    return CONTINUED.matcher(line).matches() || repeats(line, before);
  }

  private static boolean repeats(String line, List<String> before) {
    Matcher repeated = REPEATED.matcher(line);
    return repeated.matches() && before.stream().anyMatch(b -> b.contains(repeated.group(1)));
  }
}
