package org.diaodu.region;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code yellow_within}, {@code about_within} and {@code tolerances} of a policy. */
final class TolerancesReader {
  private static final String YELLOW = "yellow_within";
  private static final String ABOUT = "about_within";
  private static final String SINGLE = "tolerances";

  private final YamlFile yaml;

  private TolerancesReader(YamlFile yaml) {
    this.yaml = yaml;
  }

  /**
   * The tolerances of a policy.
   *
   * @param base what holds where a field is missing; null where it must not be
   */
  static Tolerances read(YamlFile yaml, Tolerances base) {
    TolerancesReader reader = new TolerancesReader(yaml);
    boolean hasSingle = base == null || yaml.has(SINGLE);
    return new Tolerances(
        base == null || yaml.has(YELLOW) ? reader.byKind(YELLOW) : base.yellowWithin(),
        base == null || yaml.has(ABOUT) ? reader.about() : base.aboutWithin(),
        hasSingle ? reader.single(YELLOW) : base.yellowWithinOf(),
        hasSingle ? reader.single(ABOUT) : base.aboutWithinOf());
  }

  /** One size for every kind, or one by kind. */
  private Map<Target.Kind, Tolerances.Size> about() {
    YamlNode field = yaml.field(ABOUT);
    if (field.isMapping()) {
      return byKind(ABOUT);
    }
    if (!field.isPresent()) {
      yaml.text(ABOUT);
    }
    Tolerances.Size size = size(ABOUT, field);
    return Arrays.stream(Target.Kind.values())
        .collect(Collectors.toMap(kind -> kind, kind -> size));
  }

  private Map<Target.Kind, Tolerances.Size> byKind(String name) {
    Map<Target.Kind, Tolerances.Size> sizes = new EnumMap<>(Target.Kind.class);
    YamlNode field = yaml.field(name);
    if (!field.isMapping()) {
      field.fault("缺少字段“%s”或它不是“name: 1.5”".formatted(name), "请补上");
    }
    field
        .entries()
        .forEach(
            (key, value) -> {
              Target.Kind kind = kind(name, key, value);
              Tolerances.Size size = size(name + "." + key, value);
              if (kind != null) {
                sizes.put(kind, ofKind(name + "." + key, size, value));
              }
            });
    return sizes;
  }

  private static Target.Kind kind(String name, String key, YamlNode value) {
    for (Target.Kind kind : Target.Kind.values()) {
      if (kind.name().equals(key)) {
        return kind;
      }
    }
    value.fault("%s中“%s”不认得".formatted(name, key), "只能是：" + List.of(Target.Kind.values()));
    return null;
  }

  /** Targets of one kind have many units. */
  private static Tolerances.Size ofKind(String name, Tolerances.Size size, YamlNode place) {
    if (!List.of("", Tolerances.PERCENT, Tolerances.POINTS).contains(size.unit())) {
      place.fault(
          "%s的单位“%s”不适用于一类目标".formatted(name, size.unit()), "只写数，或写%、个百分点；个别目标的单位写在tolerances");
    }
    return size;
  }

  private Map<String, Tolerances.Size> single(String name) {
    Map<String, Tolerances.Size> sizes = new LinkedHashMap<>();
    yaml.entries(SINGLE)
        .forEach(
            (target, own) -> {
              YamlNode value = own.fields(List.of(YELLOW, ABOUT)).field(name);
              if (value.isPresent()) {
                sizes.put(target, size("%s.%s.%s".formatted(SINGLE, target, name), value));
              }
            });
    return sizes;
  }

  private static Tolerances.Size size(String name, YamlNode value) {
    return Tolerances.Size.parse(value.text())
        .orElseGet(
            () -> {
              if (value.isPresent()) {
                value.fault("%s“%s”不是容差".formatted(name, value.text()), "请写零或正数，可带单位，如0.5、2%");
              }
              return Tolerances.Size.NONE;
            });
  }
}
