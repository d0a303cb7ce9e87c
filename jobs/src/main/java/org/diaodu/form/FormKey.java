package org.diaodu.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;

/**
 * What one row of a form asks for, and of whom.
 *
 * @param kind what is owed
 * @param item code of the indicator, or id of the target or the task
 * @param part name of the milestone or the duty, or the day on which a problem was handed over;
 *     empty for the item as a whole
 * @param refArea code of the area
 * @param period period that is asked about
 * @param unit code of the unit that was asked, or of the area whose government was
 */
public record FormKey(
    Owed.Kind kind, String item, String part, String refArea, TimePeriod period, String unit) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?<kind>[a-z]+)/(?<item>[^/]+)/(?<area>[^/]+)/(?<period>[^/]+)(?:/(?<part>.+))?"
              + "@(?<unit>[^@]+)");

  /** As the key is written: {@code figure/retail_sales/1101/2024-07@1101}. */
  public String text() {
    String whole = "%s/%s/%s/%s".formatted(kind, item, refArea, period);
    return (part.isEmpty() ? whole : whole + "/" + part) + "@" + unit;
  }

  /** The key of a text; empty where it is none. */
  static Optional<FormKey> parse(String text) {
    Matcher key = TEXT.matcher(text);
    if (!key.matches()) {
      return Optional.empty();
    }
    Optional<TimePeriod> period = TimePeriod.parse(key.group("period"));
    return kind(key.group("kind"))
        .flatMap(
            kind ->
                period.map(
                    of ->
                        new FormKey(
                            kind,
                            key.group("item"),
                            key.group("part") == null ? "" : key.group("part"),
                            key.group("area"),
                            of,
                            key.group("unit"))));
  }

  private static Optional<Owed.Kind> kind(String name) {
    for (Owed.Kind kind : Owed.Kind.values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
