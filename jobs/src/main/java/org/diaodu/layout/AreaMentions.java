package org.diaodu.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.region.Area;
import org.diaodu.region.RegionPack;

/** Finds the areas that a text names, and which of a chain of them is meant. */
final class AreaMentions {
  /** Behind an area's name: its office, which tells who speaks and not of whom. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "^(?:人民)?政府(?!性|采购|债务|投资|收入|支出)|^\\p{IsHan}{0,10}?(?:局|调查队|办公室|委员会|发改委|学会|协会)");

  /** Behind an area's name: a smaller place, which is meant instead. */
  private static final Pattern SMALLER =
      Pattern.compile(
          "^(?!各|全|所辖|城乡|城镇|乡镇|乡村|农村|市区|社区)[\\p{IsHan}]{1,5}?"
              + "(?:(?<![小乡城重])镇(?!化)|乡(?!村|镇)|街道|(?<!乡|农)村(?!民)|经(?:济(?:技术)?)?开(?:发)?区|开发区|高新(?:技术产业开发)?区|(?:工业)?园区|新区)");

  /** Between two areas that are named side by side. */
  private static final Pattern AND = Pattern.compile("[和与及、,，同跟]|以及");

  private final Map<String, Area> areas = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  /** Names that went from one area to the next, as the pack spells them, by their normal form. */
  private final Map<String, String> handedOn = new HashMap<>();

  private final Pattern names;

  private AreaMentions(RegionPack pack) {
    List<String> all = new ArrayList<>();
    for (Area area : pack.areas()) {
      areas.put(area.refArea(), area);
      List<String> written = new ArrayList<>(area.aliases());
      written.add(area.nameZh());
      for (String name : written) {
        String normal = Label.normal(name);
        String first = normal.isEmpty() ? "" : codes.putIfAbsent(normal, area.refArea());
        if (first == null) {
          all.add(Pattern.quote(normal));
        } else if (!first.isEmpty() && !first.equals(area.refArea())) {
          handedOn.put(normal, name);
        }
      }
    }
    all.sort((a, b) -> Integer.compare(b.length(), a.length()));
    names = Pattern.compile(all.isEmpty() ? "(?!)" : String.join("|", all));
  }

  static AreaMentions of(RegionPack pack) {
    return new AreaMentions(pack);
  }

  /**
   * The areas that a text speaks of, in its normal form, each once: of a chain from the large to
   * the small only the lowest, and none that is named as an office.
   */
  List<String> in(String text) {
    List<String> found = new ArrayList<>();
    int end = -1;
    Matcher name = names.matcher(text);
    while (name.find()) {
      String code = codes.get(name.group());
      if (OFFICE.matcher(text.substring(name.end())).find()) {
        continue;
      }
      boolean sideBySide = end >= 0 && AND.matcher(text.substring(end, name.start())).matches();
      if (!sideBySide) {
        found.removeIf(above -> isWithin(code, above));
      }
      boolean belowNamed = !sideBySide && found.stream().anyMatch(f -> isWithin(f, code));
      boolean said = found.contains(code) || belowNamed;
      if (!said) {
        found.add(code);
      }
      end = name.end();
    }
    return found;
  }

  /**
   * The name by which a text speaks of an area, where that is one which went from this area to the
   * next, so that only the period says which of them is meant; empty where it is the area's alone.
   */
  Optional<String> handedOnName(String text, String code) {
    Matcher name = names.matcher(text);
    Optional<String> last = Optional.empty();
    while (name.find()) {
      if (codes.get(name.group()).equals(code)) {
        last = Optional.ofNullable(handedOn.get(name.group()));
      }
    }
    return last;
  }

  /** A place smaller than any of the pack's that a text names behind one of them: 甲县乙镇. */
  Optional<String> smallerPlace(String text) {
    Matcher name = names.matcher(text);
    while (name.find()) {
      Matcher smaller = SMALLER.matcher(text.substring(name.end()));
      boolean known = names.matcher(text.substring(name.end())).lookingAt();
      if (!known && smaller.find()) {
        return Optional.of(name.group() + smaller.group());
      }
    }
    return Optional.empty();
  }

  /** Whether an area is, or belongs to, another. */
  boolean isWithin(String code, String above) {
    String at = code;
    for (int depth = 0; at != null && !at.isEmpty() && depth <= areas.size(); depth++) {
      if (at.equals(above)) {
        return true;
      }
      at = areas.containsKey(at) ? areas.get(at).parent() : null;
    }
    return false;
  }

  /** The name of an area. */
  String name(String code) {
    return areas.containsKey(code) ? areas.get(code).nameZh() : code;
  }
}
