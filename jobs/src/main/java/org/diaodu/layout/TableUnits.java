package org.diaodu.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units that are stated for a table as a whole.
 *
 * @param all each once, from the top; without those of shares
 */
record TableUnits(List<String> all) {
  private static final Pattern STATED = Pattern.compile(Label.UNIT_IS + "([^()\\n]+)");

  /** 注：表中数据单位为万元; the 单位 that fill in a form are offices. */
  private static final Pattern NOTED =
      Pattern.compile(
          "^(?:注|备注|说明|附注)\\d?:.*?(?<!填报|报送|编制|主管|责任|牵头|调查|统计)"
              + "单位(?:均|都)?(?:为|是|:)(\\p{IsHan}{1,6}?)(?=[,;。()、]|$)");

  /** A power of ten before a unit. */
  private static final Pattern POWER = Pattern.compile("^[十百千万亿]+(?=.)");

  /**
   * The units of a title: 单位：亿元 in any line, and a unit in brackets in the line with the title's
   * own text or nearer to the table. A unit in brackets above it belongs to something else. What
   * the notes under the table say of all its figures counts as well.
   */
  static TableUnits of(TableTitle title, List<String> notes) {
    Set<String> units = new LinkedHashSet<>();
    for (int i = 0; i < title.lines().size(); i++) {
      String line = title.lines().get(i).rest();
      Matcher stated = STATED.matcher(line);
      if (stated.find()) {
        units.addAll(list(stated.group(1)));
      } else if (i >= title.start()) {
        units.addAll(list(Label.of(line).unit()));
      }
    }
    for (String note : notes) {
      Matcher noted = NOTED.matcher(Label.normal(note));
      if (noted.find()) {
        units.add(noted.group(1));
      }
    }
    return new TableUnits(List.copyOf(units));
  }

  /** 亿元、% as 亿元. */
  private static List<String> list(String stated) {
    List<String> units = new ArrayList<>();
    for (String one : stated.split("[、,;/]")) {
      if (!one.isEmpty() && !one.startsWith("%")) {
        units.add(one);
      }
    }
    return units;
  }

  /**
   * Those of them that can be the unit of an indicator: of its kind, be it in other powers of ten;
   * where none is, the first, so that it is told as the wrong one.
   */
  List<String> ofKind(String unit) {
    String kind = kind(unit);
    List<String> fitting = all.stream().filter(u -> kind(u).equals(kind)).toList();
    return fitting.isEmpty() ? all.stream().limit(1).toList() : fitting;
  }

  private static String kind(String unit) {
    return POWER.matcher(unit).replaceFirst("");
  }
}
