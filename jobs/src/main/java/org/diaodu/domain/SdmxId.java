package org.diaodu.domain;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Codes of a region pack as ids of SDMX, which are letters, digits and {@code _@$-} alone. */
public final class SdmxId {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@$-]+");
  private static final Pattern SPELT = Pattern.compile("U(_[0-9A-F]{4,6})+");

  private SdmxId() {}

  /** The code itself where SDMX allows it, else its characters spelt by their numbers. */
  public static String of(String code) {
    boolean isAllowed = ID.matcher(code).matches() && !SPELT.matcher(code).matches();
    return isAllowed ? code : spelt(code);
  }

  /** The characters of a text by their numbers: 亩 as {@code U_4EA9}. */
  static String spelt(String text) {
    return text.codePoints().mapToObj("_%04X"::formatted).collect(Collectors.joining("", "U", ""));
  }

  /** What an id stands for; the id itself where it is not spelt. */
  public static String text(String id) {
    if (!SPELT.matcher(id).matches()) {
      return id;
    }
    StringBuilder text = new StringBuilder();
    for (String number : id.substring(2).split("_")) {
      int character = Integer.parseInt(number, 16);
      if (!Character.isValidCodePoint(character)) {
        return id;
      }
      text.appendCodePoint(character);
    }
    return text.toString();
  }
}
