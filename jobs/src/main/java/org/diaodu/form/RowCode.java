package org.diaodu.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The code of a row: its key, and check digits of the key and of each known text beside it, so that
 * a code that was mistyped and a figure that was overwritten are found without a copy of the form.
 * It guards against slips, not against forgers.
 *
 * @param key the key
 * @param checks check digits of the known texts, in the order of their columns
 */
public record RowCode(FormKey key, List<String> checks) {
  private static final int DIGITS = 4;
  private static final Pattern TEXT =
      Pattern.compile("(?<key>.+)#(?<own>[0-9a-z]{4})(?<rest>(?:[0-9a-z]{4})*)");

  /** The code of a row with what is known beside it. */
  static RowCode of(FormKey key, List<String> known) {
    return new RowCode(key, known.stream().map(RowCode::check).toList());
  }

  /** The code of a text; empty where it is none, or was changed. */
  public static Optional<RowCode> parse(String text) {
    Matcher code = TEXT.matcher(text.strip());
    if (!code.matches() || !check(code.group("key")).equals(code.group("own"))) {
      return Optional.empty();
    }
    String rest = code.group("rest");
    List<String> checks = rest.isEmpty() ? List.of() : List.of(rest.split("(?<=\\G.{4})"));
    return FormKey.parse(code.group("key")).map(key -> new RowCode(key, checks));
  }

  /** Whether a text looks like a code, be it a changed one. */
  static boolean isLike(String text) {
    if (text.indexOf('#') < 0 || text.indexOf('@') < 0) {
      return false;
    }
    Matcher code = TEXT.matcher(text.strip());
    return code.matches() && FormKey.parse(code.group("key")).isPresent();
  }

  /** As it stands in the form. */
  public String text() {
    return key.text() + "#" + check(key.text()) + checks.stream().collect(Collectors.joining());
  }

  /** Whether a known text is still what it was. */
  public boolean isAsGiven(int column, String text) {
    return column < checks.size() && checks.get(column).equals(check(text));
  }

  private static String check(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    String digits = "000" + Long.toString(crc.getValue(), Character.MAX_RADIX);
    return digits.substring(digits.length() - DIGITS);
  }
}
