package org.diaodu.ingest;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Exact conversion between units of one kind, by powers of ten. */
final class UnitConversion {
  /** Power of ten of each unit over the first of its kind. */
  private static final Map<String, Map<String, Integer>> KINDS =
      Map.of(
          "money", Map.of("元", 0, "千元", 3, "万元", 4, "百万元", 6, "亿元", 8),
          "people", Map.of("人", 0, "万人", 4),
          "visits", Map.of("人次", 0, "万人次", 4),
          "entities", Map.of("户", 0, "家", 0, "个", 0, "万户", 4),
          "area", Map.of("亩", 0, "万亩", 4),
          "percent", Map.of("%", 0));

  private static final Pattern BLANKS = Pattern.compile("\\s");

  private UnitConversion() {}

  /** A unit as it is compared: full-width folded, no blanks. */
  static String normal(String unit) {
    return BLANKS.matcher(Normalizer.normalize(unit, Normalizer.Form.NFKC)).replaceAll("");
  }

  /** Whether a text is a unit that is known here. */
  static boolean isUnit(String text) {
    return KINDS.values().stream().anyMatch(kind -> kind.containsKey(normal(text)));
  }

  /** {@code value} in {@code to}, exactly; empty where the two units are not of one kind. */
  static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(value);
    }
    String source = normal(from);
    String target = normal(to);
    if (source.equals(target)) {
      return Optional.of(value);
    }
    return KINDS.values().stream()
        .filter(kind -> kind.containsKey(source) && kind.containsKey(target))
        .findFirst()
        .map(kind -> value.scaleByPowerOfTen(kind.get(source) - kind.get(target)));
  }
}
