package org.diaodu.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diaodu.domain.TimePeriod;
import org.diaodu.text.DelimitedLine;

/** Lines of fields, and periods: what is read can be written again as it stood. */
public final class FuzzedLines implements Target {
  @Override
  public String name() {
    return "line of fields, period";
  }

  @Override
  public byte[] input(Dice dice) {
    String text =
        dice.one(
            "a,b,c",
            "\"a,b\",\"c\"\"d\",",
            "2024",
            "2024-Q2",
            "2024-06",
            "\"",
            ",,",
            "甲县,社零,2024-06,12.5");
    return Hostile.texts(dice, text, 4).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long read(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    List<String> fields = DelimitedLine.fields(text, ',');
    DelimitedLine.split(text, ',');
    if (fields != null && !rewrites(text, fields)) {
      throw new AssertionError("silently wrong: '%s' was read as %s".formatted(text, fields));
    }
    TimePeriod.parse(text)
        .ifPresent(
            period -> {
              if (!period.toString().equals(text)) {
                throw new AssertionError(
                    "silently wrong: '%s' was read as %s".formatted(text, period));
              }
            });
    return fields == null ? 0 : fields.size();
  }

  /** Whether the fields, each quoted or not, make the line again. */
  private static boolean rewrites(String text, List<String> fields) {
    int at = 0;
    for (int i = 0; i < fields.size(); i++) {
      String separator = i == 0 ? "" : ",";
      String plain = separator + fields.get(i);
      String quoted = separator + '"' + fields.get(i).replace("\"", "\"\"") + '"';
      if (text.startsWith(quoted, at)) {
        at += quoted.length();
      } else if (text.startsWith(plain, at)) {
        at += plain.length();
      } else {
        return false;
      }
    }
    return at == text.length();
  }
}
