package org.diaodu.region;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diaodu.text.EditDistance;

/**
 * From a name as it is written to a code. Codes, Chinese and English names and aliases all count;
 * full-width characters, blanks within and letter case make no difference.
 */
public final class NameIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF]");

  private final HashMap<String, String> codeByName = new HashMap<>();

  /** The same by the names as the pack spells them, which nearly all files do. */
  private final HashMap<String, String> codeBySpelling = new HashMap<>();

  private final HashMap<String, String> labelByCode = new HashMap<>();

  private NameIndex() {}

  /** The areas of a pack. */
  public static NameIndex ofAreas(RegionPack pack) {
    NameIndex index = new NameIndex();
    for (Area area : pack.areas()) {
      index.add(area.refArea(), area.nameZh(), area.nameEn(), area.aliases());
    }
    return index;
  }

  /** The indicators of a pack. */
  public static NameIndex ofIndicators(RegionPack pack) {
    NameIndex index = new NameIndex();
    for (Indicator indicator : pack.indicators()) {
      index.add(indicator.indicator(), indicator.nameZh(), indicator.nameEn(), indicator.aliases());
    }
    return index;
  }

  /** The units of a pack. */
  public static NameIndex ofUnits(RegionPack pack) {
    NameIndex index = new NameIndex();
    for (ResponsibleUnit unit : pack.units()) {
      index.add(unit.unit(), unit.nameZh(), "", unit.aliases());
    }
    return index;
  }

  /** The code that a written name stands for. */
  public Optional<String> code(String written) {
    String spelled = codeBySpelling.get(written);
    return Optional.ofNullable(spelled != null ? spelled : codeByName.get(normal(written)));
  }

  /** The {@code count} known names that are most like a written one, the nearest first. */
  public List<String> nearest(String written, int count) {
    String wanted = normal(written);
    Map<String, Integer> distanceByCode = new HashMap<>();
    codeByName.forEach(
        (name, code) -> distanceByCode.merge(code, EditDistance.between(wanted, name), Math::min));
    return distanceByCode.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(count)
        .map(e -> labelByCode.get(e.getKey()))
        .toList();
  }

  /**
   * How a name is compared: compatibility forms folded (full-width to half-width), no blanks, lower
   * case.
   */
  static String normal(String written) {
    return BLANKS
        .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private void add(String code, String nameZh, String nameEn, List<String> aliases) {
    List<String> names = new ArrayList<>(List.of(code, nameZh, nameEn));
    names.addAll(aliases);
    for (String name : names) {
      if (!name.isBlank()) {
        codeByName.putIfAbsent(normal(name), code);
        codeBySpelling.put(name, codeByName.get(normal(name)));
      }
    }
    labelByCode.put(code, nameZh);
  }
}
