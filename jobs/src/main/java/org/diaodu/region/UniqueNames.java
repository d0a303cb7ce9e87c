package org.diaodu.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.Validity;

/** The codes and names of one file of a pack, each of which names one thing at a time. */
final class UniqueNames {
  private final CsvTable file;
  private final Map<String, Map<String, Validity>> owners = new HashMap<>();

  UniqueNames(CsvTable file) {
    this.file = file;
  }

  /**
   * Reports each name that an earlier row has at the same time, too, however it is written. A row
   * that ends may leave its names to another, but not its code.
   */
  void add(int line, String code, List<String> names, List<String> aliases, Validity validity) {
    List<String> all = new ArrayList<>(List.of(code));
    all.addAll(names);
    all.addAll(aliases);
    for (String name : all) {
      if (!name.isEmpty()) {
        Map<String, Validity> holders =
            owners.computeIfAbsent(NameIndex.normal(name), n -> new LinkedHashMap<>());
        holders.entrySet().stream()
            .filter(other -> !other.getKey().equals(code))
            .filter(
                other ->
                    other.getValue().overlaps(validity)
                        || name.equals(code)
                        || name.equals(other.getKey()))
            .findFirst()
            .ifPresent(
                other ->
                    file.fault(
                        line, "名称“%s”已经属于%s".formatted(name, other.getKey()), "一个名称只能指一个，请改掉其中一处"));
        holders.putIfAbsent(code, validity);
      }
    }
  }
}
