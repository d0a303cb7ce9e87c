package org.diaodu.contract;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diaodu.domain.Completeness;
import org.diaodu.domain.Growth;
import org.diaodu.domain.Handling;
import org.diaodu.domain.Light;
import org.diaodu.domain.Measure;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Owed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;

/** The code lists in Chinese; in queries {@code {light a.light}} stands for the light's name. */
public final class CodeNames {
  private static final Pattern CODED = Pattern.compile("\\{(\\w+) ([^{}]+)}");

  private static final Map<String, Map<String, String>> LISTS =
      Map.of(
          "reason", names(NotComputed.values(), NotComputed::nameZh),
          "growth_basis", names(Growth.Basis.values(), Growth.Basis::nameZh),
          "measure", names(Measure.values(), Measure::nameZh),
          "light", names(Light.values(), Light::nameZh),
          "provenance", names(Provenance.values(), Provenance::nameZh),
          "completeness", names(Completeness.Status.values(), Completeness.Status::nameZh),
          "owed_kind", names(Owed.Kind.values(), Owed.Kind::nameZh),
          "owed_basis", names(Owed.Basis.values(), Owed.Basis::nameZh),
          "rectification", names(Rectification.State.values(), Rectification.State::nameZh),
          "handling_stage", names(Handling.Stage.values(), Handling.Stage::nameZh));

  private CodeNames() {}

  /** Names of the code lists, in alphabetical order. */
  public static List<String> lists() {
    return LISTS.keySet().stream().sorted().toList();
  }

  /**
   * Chinese name by code.
   *
   * @throws IllegalArgumentException where there is no such list
   */
  public static Map<String, String> list(String name) {
    Map<String, String> names = LISTS.get(name);
    if (names == null) {
      throw new IllegalArgumentException(
          "Cannot name codes: no code list '%s', expected one of %s".formatted(name, lists()));
    }
    return names;
  }

  /** Puts the names of codes in the place of what stands in braces. */
  static String spelledOut(String sql) {
    return CODED
        .matcher(sql)
        .replaceAll(coded -> Matcher.quoteReplacement(choice(coded.group(1), coded.group(2))));
  }

  private static String choice(String list, String code) {
    Map<String, String> names = list(list);
    return names.entrySet().stream()
        .map(e -> "WHEN '%s' THEN '%s'".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(" ", "CASE " + code + " ", " ELSE " + code + " END"));
  }

  private static <E extends Enum<E>> Map<String, String> names(
      E[] codes, Function<E, String> name) {
    Map<String, String> names = new LinkedHashMap<>();
    Arrays.stream(codes).forEach(code -> names.put(code.name(), name.apply(code)));
    return names;
  }
}
