package org.diaodu.region;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a region pack from its folder, checking every row of every file. */
public final class PackReader {
  private static final List<String> REGION_FIELDS =
      List.of("name_zh", "name_en", "total_area", "capital_area", "plan_year", "time_zone");
  private static final List<String> POLICY_FIELDS =
      List.of(
          "policy_id",
          "valid_from",
          "yellow_within",
          "about_within",
          "applies_to_counties",
          "reconciled_to_total");

  private PackReader() {}

  /**
   * The pack in a folder.
   *
   * @throws InvalidPackException with every fault, where there is one
   */
  public static RegionPack read(Path folder) {
    PackReading reading = examine(folder);
    if (!reading.faults().isEmpty()) {
      throw new InvalidPackException(folder.toString(), reading.faults());
    }
    return reading.pack();
  }

  /** The pack in a folder and everything that is wrong with it. */
  public static PackReading examine(Path folder) {
    List<PackFault> faults = new ArrayList<>();
    PackFiles files = PackFiles.of(folder, faults);
    Map<String, String> texts = files.texts();
    YamlFile region = new YamlFile("region.yaml", texts.get("region.yaml"), REGION_FIELDS, faults);
    YamlFile policy = new YamlFile("policy.yaml", texts.get("policy.yaml"), POLICY_FIELDS, faults);
    PackTables tables = new PackTables(texts, faults);
    RegionPack pack =
        new RegionPack(
            folder.toAbsolutePath().normalize().getFileName().toString(),
            files.packId(),
            region.text("name_zh"),
            region.text("name_en"),
            region.text("total_area"),
            region.text("capital_area"),
            region.number("plan_year").intValue(),
            timeZone(region),
            tables.areas(),
            tables.indicators(),
            tables.targets(),
            tables.units(),
            tables.calendar(),
            policy(policy, texts.get("policy.yaml")),
            files.templates(),
            files.rules(),
            files.sdmx());
    PackChecks.run(pack, tables, region, policy);
    faults.sort(Comparator.comparing(PackFault::file).thenComparingInt(PackFault::line));
    return new PackReading(pack, faults.stream().distinct().toList());
  }

  private static ZoneId timeZone(YamlFile region) {
    String name = region.text("time_zone");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      if (!name.isEmpty()) {
        region.fault("time_zone", "时区“%s”不认得".formatted(name), "请写成Asia/Shanghai的样子");
      }
      return ZoneOffset.UTC;
    }
  }

  private static Policy policy(YamlFile yaml, String text) {
    Map<Target.Kind, java.math.BigDecimal> yellow = new java.util.EnumMap<>(Target.Kind.class);
    yaml.numbers("yellow_within")
        .forEach(
            (name, value) -> {
              try {
                yellow.put(Target.Kind.valueOf(name), value);
              } catch (IllegalArgumentException unknown) {
                yaml.fault(
                    "yellow_within",
                    "yellow_within中“%s”不认得".formatted(name),
                    "只能是：" + List.of(Target.Kind.values()));
              }
              if (value.signum() < 0) {
                yaml.fault("yellow_within", "%s的容差是负数".formatted(name), "请写零或正数");
              }
            });
    String from = yaml.text("valid_from");
    if (!from.isEmpty() && !from.matches("\\d{4}-\\d{2}-\\d{2}")) {
      yaml.fault("valid_from", "valid_from“%s”不是日期".formatted(from), "请写成2024-01-31的样子");
    }
    return new Policy(
        yaml.text("policy_id"),
        from,
        yellow,
        yaml.number("about_within"),
        codes(yaml, "applies_to_counties"),
        codes(yaml, "reconciled_to_total"),
        text);
  }

  private static Set<String> codes(YamlFile yaml, String field) {
    return yaml.list(field).stream().map(YamlNode::text).collect(Collectors.toSet());
  }
}
