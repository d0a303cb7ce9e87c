package org.diaodu.region;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a region pack from its folder, checking every row of every file. */
public final class PackReader {
  /** The zone of a pack that names none: all of China keeps this one time. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

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

  /**
   * The pack in a folder and everything that is wrong with it. Its own plan is that of its plan
   * year; other years' stand beside it.
   */
  public static PackReading examine(Path folder) {
    List<PackFault> faults = new ArrayList<>();
    String packId = PackFiles.id(folder);
    List<String> plans = PackFiles.plans(folder);
    int planYear = planYear(folder);
    String ofPlanYear = plan(planYear);
    boolean isAtTheTop = PackFiles.hasPlanAtTheTop(folder) || !plans.contains(ofPlanYear);
    if (isAtTheTop && plans.contains(ofPlanYear)) {
      faults.add(
          new PackFault("targets.csv", 0, "%s中也有%d年的方案".formatted(ofPlanYear, planYear), "请只留一处"));
    }
    RegionPack own = read(folder, packId, isAtTheTop ? "" : ofPlanYear, planYear, faults);
    List<RegionPack> others =
        plans.stream()
            .filter(plan -> !plan.equals(ofPlanYear))
            .map(plan -> read(folder, packId, plan, year(plan), faults))
            .toList();
    RegionPack pack = own.beside(others);
    PlanYearChecks.run(pack, faults);
    faults.sort(Comparator.comparing(PackFault::file).thenComparingInt(PackFault::line));
    return new PackReading(pack, faults.stream().distinct().toList());
  }

  /**
   * What is still to be filled and corrected in the drafts of plans, by the year of each.
   *
   * @param pack the plans that are in force
   */
  public static SortedMap<Integer, List<PackFault>> drafts(Path folder, RegionPack pack) {
    SortedMap<Integer, List<PackFault>> drafts = new TreeMap<>();
    for (String plan : PackFiles.drafts(folder)) {
      List<PackFault> faults = new ArrayList<>();
      RegionPack draft = read(folder, pack.packId(), plan, year(plan), faults);
      List<RegionPack> others = new ArrayList<>(pack.otherPlans());
      others.add(draft);
      PlanYearChecks.run(pack.beside(others), faults);
      faults.sort(Comparator.comparing(PackFault::file).thenComparingInt(PackFault::line));
      drafts.put(year(plan), faults.stream().distinct().toList());
    }
    return drafts;
  }

  /**
   * The files of a plan for another year, drafted from one that is there, by their names in the
   * pack.
   *
   * @throws InvalidPackException where the pack has faults
   * @throws IllegalArgumentException where it has no plan of the year to start from
   */
  public static Map<String, String> drafted(Path folder, int from, int year) {
    RegionPack pack = read(folder);
    RegionPack plan =
        pack.planOf(from)
            .orElseThrow(() -> new IllegalArgumentException("Cannot find a plan of " + from));
    String place = PackFiles.plans(folder).contains(plan(from)) ? plan(from) : "";
    Map<String, String> files = new LinkedHashMap<>();
    new PlanDraft(PackFiles.of(folder, place, new ArrayList<>()), plan, year)
        .texts()
        .forEach((name, text) -> files.put(plan(year) + name, text));
    return files;
  }

  private static String plan(int year) {
    return "plans/%d/".formatted(year);
  }

  private static int year(String plan) {
    return Integer.parseInt(plan.replaceAll("\\D", ""));
  }

  /** What is wrong with it is told where the file is read as a whole. */
  private static int planYear(Path folder) {
    List<PackFault> toldLater = new ArrayList<>();
    PackFiles files = PackFiles.of(folder, "", toldLater);
    return yaml("region.yaml", files.texts().get("region.yaml"), files, fields(), toldLater)
        .whole("plan_year");
  }

  private static List<String> fields() {
    return Stream.concat(REGION_FIELDS.stream(), DispatchReader.FIELDS.stream()).toList();
  }

  private static RegionPack read(
      Path folder, String packId, String plan, int planYear, List<PackFault> faults) {
    PackFiles files = PackFiles.of(folder, plan, faults);
    YamlFile region =
        yaml("region.yaml", files.texts().get("region.yaml"), files, fields(), faults);
    region.whole("plan_year");
    List<PolicyChecks.File> policies = policies(files, planYear, faults);
    PlanLists lists = new PlanLists(files, faults);
    PackDefaults defaults =
        new PackDefaults(region.text("total_area"), optional(region, "capital_area"), planYear);
    PackTables tables = new PackTables(files, defaults, lists.actions(), faults);
    Policies judging =
        new Policies(
            policies.stream()
                .map(PolicyChecks.File::policy)
                .sorted(Comparator.comparing(Policy::validFrom))
                .toList());
    RegionPack pack =
        new RegionPack(
            folder.toAbsolutePath().normalize().getFileName().toString(),
            packId,
            region.text("name_zh"),
            optional(region, "name_en"),
            defaults.totalArea(),
            defaults.capitalArea(),
            planYear,
            timeZone(region),
            tables.areas(),
            tables.indicators(),
            TargetFolding.folded(tables.targets(), weights(judging)),
            tables.units(),
            tables.calendar(),
            lists.tasks(),
            lists.actions(),
            lists.conflicts(),
            lists.duties(),
            lists.plan(),
            DispatchReader.read(region, timeZone(region)),
            judging,
            files.templates(),
            files.rules(),
            files.sdmx(),
            StationeryReader.read(folder, faults),
            List.of());
    References known = new References(pack, tables, files);
    PackChecks.run(pack, tables, region, known);
    TargetChecks.run(pack, tables, known);
    PolicyChecks.run(pack, policies, known);
    PlanChecks.run(pack, tables, lists, known);
    known.requireUnits();
    return pack;
  }

  /** How firm a word is, is what the plan's first policy says. */
  private static Map<String, BigDecimal> weights(Policies policies) {
    return policies.inOrder().stream()
        .findFirst()
        .map(policy -> policy.assessment().weights())
        .orElse(Map.of());
  }

  private static String optional(YamlFile region, String field) {
    return region.has(field) ? region.text(field) : "";
  }

  private static List<PolicyChecks.File> policies(
      PackFiles files, int planYear, List<PackFault> faults) {
    Map<String, String> policies =
        files.policies().isEmpty()
            ? Map.of(files.named("policy.yaml"), PolicyReader.usual(planYear))
            : files.policies();
    return policies.entrySet().stream()
        .map(
            file -> {
              YamlFile yaml =
                  yaml(file.getKey(), file.getValue(), files, PolicyReader.FIELDS, faults);
              return new PolicyChecks.File(yaml, PolicyReader.read(yaml, file.getValue()));
            })
        .toList();
  }

  /** A file that cannot be read has one fault, which was told when it was opened. */
  private static YamlFile yaml(
      String name, String text, PackFiles files, List<String> fields, List<PackFault> faults) {
    boolean isReadable = !files.unreadable().contains(name);
    return new YamlFile(name, text, fields, isReadable ? faults : new ArrayList<>());
  }

  private static ZoneId timeZone(YamlFile region) {
    String name = optional(region, "time_zone");
    try {
      return name.isEmpty() ? CHINA : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      region.fault("time_zone", "时区“%s”不认得".formatted(name), "请写成Asia/Shanghai的样子");
      return CHINA;
    }
  }
}
