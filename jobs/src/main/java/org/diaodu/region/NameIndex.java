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
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;
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

  /** Names that went from one to the next, with all that ever had them, in the pack's order. */
  private final HashMap<String, ArrayList<Holder>> holders = new HashMap<>();

  private final HashMap<String, String> labelByCode = new HashMap<>();

  /** Who has a name, and when. */
  private record Holder(String code, Validity validity) implements Serializable {}

  private NameIndex() {}

  /** The areas of a pack. */
  public static NameIndex ofAreas(RegionPack pack) {
    NameIndex index = new NameIndex();
    for (Area area : pack.areas()) {
      index.add(area.refArea(), area.nameZh(), area.nameEn(), area.aliases(), area.validity());
    }
    return index;
  }

  /** The indicators of a pack. */
  public static NameIndex ofIndicators(RegionPack pack) {
    NameIndex index = new NameIndex();
    for (Indicator indicator : pack.indicators()) {
      index.add(
          indicator.indicator(),
          indicator.nameZh(),
          indicator.nameEn(),
          indicator.aliases(),
          indicator.validity());
    }
    return index;
  }

  /** The units of a pack. */
  public static NameIndex ofUnits(RegionPack pack) {
    NameIndex index = new NameIndex();
    for (ResponsibleUnit unit : pack.units()) {
      index.add(unit.unit(), unit.nameZh(), "", unit.aliases(), Validity.ALWAYS);
    }
    return index;
  }

  /** The code that a written name stands for. */
  public Optional<String> code(String written) {
    String spelled = codeBySpelling.get(written);
    return Optional.ofNullable(spelled != null ? spelled : codeByName.get(normal(written)));
  }

  /**
   * The code that a written name stands for at a period: a name that went from one to the next is
   * that of the one which exists then. Where none of them does, it is that of the first.
   */
  public Optional<String> code(String written, TimePeriod period) {
    ArrayList<Holder> several = holders.isEmpty() ? null : holders.get(normal(written));
    if (several == null || several.size() < 2 || period == null) {
      return code(written);
    }
    return several.stream()
        .filter(holder -> holder.validity().isAt(period))
        .map(Holder::code)
        .findFirst()
        .or(() -> code(written));
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
  public static String normal(String written) {
    return BLANKS
        .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private void add(
      String code, String nameZh, String nameEn, List<String> aliases, Validity validity) {
    List<String> names = new ArrayList<>(List.of(code, nameZh, nameEn));
    names.addAll(aliases);
    for (String name : names) {
      if (!name.isBlank()) {
        codeByName.putIfAbsent(normal(name), code);
        if (!validity.isUnlimited()) {
          holders
              .computeIfAbsent(normal(name), n -> new ArrayList<>())
              .add(new Holder(code, validity));
        }
        codeBySpelling.put(name, codeByName.get(normal(name)));
      }
    }
    labelByCode.put(code, nameZh);
  }
}
