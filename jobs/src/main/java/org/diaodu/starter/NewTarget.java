package org.diaodu.starter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target as people write it.
 *
 * @param name what it is about, such as 社会消费品零售总额增速
 * @param comparator code of how it is to be met
 * @param value the number as it is written; empty for a direction
 * @param unit its unit; empty where none is written
 * @param owner name of the unit that answers for it; empty where nobody is named
 * @param deadline ISO date; empty for the end of the plan year
 */
record NewTarget(
    String name, String comparator, String value, String unit, String owner, String deadline) {

  /** The longest first, so that a word is not taken for its beginning. */
  private static final Map<String, String> COMPARATORS = new LinkedHashMap<>();

  static {
    COMPARATORS.put(">=", ">=");
    COMPARATORS.put("<=", "<=");
    COMPARATORS.put("≥", ">=");
    COMPARATORS.put("≤", "<=");
    COMPARATORS.put("不低于", ">=");
    COMPARATORS.put("不少于", ">=");
    COMPARATORS.put("不超过", "<=");
    COMPARATORS.put("不高于", "<=");
    COMPARATORS.put(">", ">");
    COMPARATORS.put("<", "<");
    COMPARATORS.put("=", "=");
    COMPARATORS.put("~", "~");
    COMPARATORS.put("超过", ">");
    COMPARATORS.put("高于", ">");
    COMPARATORS.put("低于", "<");
    COMPARATORS.put("约", "~");
    COMPARATORS.put("上升", "up");
    COMPARATORS.put("提高", "up");
    COMPARATORS.put("下降", "down");
    COMPARATORS.put("降低", "down");
    COMPARATORS.put("up", "up");
    COMPARATORS.put("down", "down");
  }

  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\s*(?<name>.+?)\\s*(?<how>%s)\\s*(?<value>-?\\d+(?:\\.\\d+)?)?\\s*(?<unit>\\D*?)\\s*"
              .formatted(String.join("|", COMPARATORS.keySet())));

  /** From a text such as {@code 固定资产投资增速>=7%}; empty where it cannot be understood. */
  static Optional<NewTarget> parse(String text) {
    Matcher written = WRITTEN.matcher(text.replace('＞', '>').replace('＜', '<').replace('％', '%'));
    if (!written.matches()) {
      return Optional.empty();
    }
    String value = written.group("value") == null ? "" : written.group("value");
    NewTarget target =
        new NewTarget(
            written.group("name"),
            COMPARATORS.get(written.group("how")),
            value,
            written.group("unit"),
            "",
            "");
    return target.isDirection() == value.isEmpty() ? Optional.of(target) : Optional.empty();
  }

  /** The code of a word for how a target is to be met; empty where it is none. */
  static Optional<String> comparator(String word) {
    return Optional.ofNullable(COMPARATORS.get(word.strip()));
  }

  /** Whether only a direction is promised, and no number. */
  boolean isDirection() {
    return comparator.equals("up") || comparator.equals("down");
  }
}
