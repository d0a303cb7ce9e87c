package org.diaodu.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Units as codes of SDMX, which are letters, digits and {@code _@$-} alone, and their English
 * names. A code leads back to its unit: 亿元 is {@code CNY_E8}, a unit that has no usual code is
 * spelt by its characters, 亩 as {@code U_4EA9}.
 */
public final class SdmxUnit {
  private static final List<Base> BASES =
      List.of(
          new Base("%", "PT", "percent"),
          new Base("‰", "PM", "per mille"),
          new Base("个百分点", "PP", "percentage points"),
          new Base("元", "CNY", "yuan"),
          new Base("美元", "USD", "US dollars"),
          new Base("人", "PS", "persons"),
          new Base("人次", "PS_TRIPS", "person-trips"),
          new Base("吨", "T", "tonnes"),
          new Base("千瓦时", "KWH", "kilowatt-hours"),
          new Base("公顷", "HA", "hectares"),
          new Base("公里", "KM", "kilometres"),
          new Base("平方米", "M2", "square metres"),
          new Base("平方公里", "KM2", "square kilometres"),
          new Base("立方米", "M3", "cubic metres"));

  private static final List<Base> POWERS =
      List.of(new Base("万", "_E4", "10 000 "), new Base("亿", "_E8", "100 million "));

  private static final Map<String, Base> BY_UNIT = by(Base::unit);
  private static final Map<String, Base> BY_CODE = by(Base::code);

  private SdmxUnit() {}

  private record Base(String unit, String code, String nameEn) {}

  /** The code of a unit; none of no unit. */
  public static String code(String unit) {
    if (unit.isEmpty()) {
      return "";
    }
    Base power = power(unit, Base::unit, true);
    String base = power == null ? unit : unit.substring(power.unit().length());
    Base known = BY_UNIT.get(base);
    return (known == null ? SdmxId.spelt(base) : known.code())
        + (power == null ? "" : power.code());
  }

  /** The unit of a code; the text itself where it is no such code. */
  public static String unit(String code) {
    Base power = power(code, Base::code, false);
    String base = power == null ? code : code.substring(0, code.length() - power.code().length());
    Base known = BY_CODE.get(base);
    String unit = known == null ? SdmxId.text(base) : known.unit();
    boolean isCode = known != null || !unit.equals(base);
    return isCode ? (power == null ? "" : power.unit()) + unit : code;
  }

  /** The English name of a unit; the unit itself where it has none. */
  public static String nameEn(String unit) {
    Base power = power(unit, Base::unit, true);
    Base known = BY_UNIT.get(power == null ? unit : unit.substring(power.unit().length()));
    return known == null ? unit : (power == null ? "" : power.nameEn()) + known.nameEn();
  }

  /** The power of ten that a text begins or ends with, and something else beside it. */
  private static Base power(String text, Function<Base, String> part, boolean isAtTheStart) {
    return POWERS.stream()
        .filter(power -> text.length() > part.apply(power).length())
        .filter(
            power ->
                isAtTheStart
                    ? text.startsWith(part.apply(power))
                    : text.endsWith(part.apply(power)))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Base> by(Function<Base, String> key) {
    return BASES.stream().collect(Collectors.toMap(key, base -> base));
  }
}
