package org.diaodu.region;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a region pack from its folder, checking every row of every file. */
public final class PackReader {
  private static final List<String> REGION_FIELDS =
      List.of("name_zh", "name_en", "total_area", "capital_area", "plan_year", "time_zone");

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
    List<String> known =
        Stream.concat(REGION_FIELDS.stream(), DispatchReader.FIELDS.stream()).toList();
    YamlFile region = new YamlFile("region.yaml", texts.get("region.yaml"), known, faults);
    YamlFile policy =
        new YamlFile("policy.yaml", texts.get("policy.yaml"), PolicyReader.FIELDS, faults);
    PackTables tables = new PackTables(texts, faults);
    PlanLists lists = new PlanLists(texts, faults);
    Policy judging = PolicyReader.read(policy, texts.get("policy.yaml"));
    RegionPack pack =
        new RegionPack(
            folder.toAbsolutePath().normalize().getFileName().toString(),
            files.packId(),
            region.text("name_zh"),
            region.text("name_en"),
            region.text("total_area"),
            region.text("capital_area"),
            region.whole("plan_year"),
            timeZone(region),
            tables.areas(),
            tables.indicators(),
            TargetFolding.folded(tables.targets(), judging.assessment().weights()),
            tables.units(),
            tables.calendar(),
            lists.tasks(),
            lists.actions(),
            lists.conflicts(),
            lists.plan(),
            DispatchReader.read(region, timeZone(region), tables),
            judging,
            files.templates(),
            files.rules(),
            files.sdmx());
    PackChecks.run(pack, tables, region, policy);
    PlanChecks.run(pack, tables, lists);
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
}
