package org.diaodu.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.domain.Better;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;

/** The CSV files of a pack as records, each row with the line that it stands on. */
final class PackTables {
  /** A row and its line. */
  record Row<T>(T value, int line) {}

  private final CsvTable areasFile;
  private final CsvTable indicatorsFile;
  private final CsvTable targetsFile;
  private final CsvTable unitsFile;
  private final CsvTable calendarFile;
  private final boolean hasAllTargets;
  private final List<Row<Area>> areas = new ArrayList<>();
  private final List<Row<Indicator>> indicators = new ArrayList<>();
  private final List<Row<Target>> targets = new ArrayList<>();
  private final List<Row<ResponsibleUnit>> units = new ArrayList<>();
  private final List<Row<CalendarEntry>> calendar = new ArrayList<>();

  /**
   * Reads the tables.
   *
   * @param files of a file that is not there or cannot be read, its columns alone are taken
   * @param defaults what stands for cells that are left out
   * @param actions the actions of the plan, which targets may leave unnamed
   */
  PackTables(PackFiles files, PackDefaults defaults, List<Action> actions, List<PackFault> faults) {
    areasFile =
        table(
            "areas.csv",
            files,
            faults,
            "ref_area,name_zh",
            "name_en,parent,level,is_capital,in_total,aliases,valid_from,valid_to,succeeds,"
                + "map_column,map_row");
    areasFile.lines().forEach(line -> areas.add(new Row<>(area(line, defaults), line.number())));
    areasFile.requireUnique(line -> line.optional("ref_area"), "地区代码");
    indicatorsFile =
        table(
            "indicators.csv",
            files,
            faults,
            "indicator,name_zh,unit,kind,freq",
            "name_en,accumulation,additive,growth_source,better,decimals,plausible_min,plausible_max,"
                + "aliases,reporter,judged_source,valid_from,valid_to");
    indicatorsFile
        .lines()
        .forEach(line -> indicators.add(new Row<>(indicator(line), line.number())));
    indicatorsFile.requireUnique(line -> line.optional("indicator"), "指标代码");
    unitsFile = table("units.csv", files, faults, "unit,name_zh", "role,aliases");
    for (CsvTable.Line line : unitsFile.lines()) {
      ResponsibleUnit unit =
          new ResponsibleUnit(
              line.identifier("unit"),
              line.required("name_zh"),
              line.optional("role"),
              line.list("aliases"));
      units.add(new Row<>(unit, line.number()));
    }
    unitsFile.requireUnique(line -> line.optional("unit"), "单位代码");
    targetsFile =
        table(
            "targets.csv",
            files,
            faults,
            "target_id,kind,comparator",
            "annex,action,item_no,indicator,name_zh,class,value,unit,rule,commitment,scope,owner,owner_basis,"
                + "participants,same_as,deadline,measure_note,note");
    targetsFile
        .lines()
        .forEach(line -> targets.add(new Row<>(target(line, defaults, actions), line.number())));
    targetsFile.requireUnique(line -> line.optional("target_id"), "目标编号");
    hasAllTargets = targetsFile.isSound() && files.isReadable("targets.csv");
    calendarFile =
        table(
            "calendar.csv", files, faults, "indicator,time_period", "freq,due_date,expected,note");
    for (CsvTable.Line line : calendarFile.lines()) {
      CalendarEntry entry = entry(line);
      if (entry != null) {
        calendar.add(new Row<>(entry, line.number()));
      }
    }
    calendarFile.requireUnique(
        line -> line.optional("indicator") + " " + line.optional("time_period"), "日历中的指标和时期");
  }

  List<Area> areas() {
    return values(areas);
  }

  List<Indicator> indicators() {
    return values(indicators);
  }

  List<Target> targets() {
    return values(targets);
  }

  List<ResponsibleUnit> units() {
    return values(units);
  }

  List<CalendarEntry> calendar() {
    return values(calendar);
  }

  List<Row<Area>> areaRows() {
    return areas;
  }

  List<Row<Indicator>> indicatorRows() {
    return indicators;
  }

  List<Row<Target>> targetRows() {
    return targets;
  }

  List<Row<CalendarEntry>> calendarRows() {
    return calendar;
  }

  /** Whether every target was read without a fault, so that they may be counted and added up. */
  boolean hasAllTargets() {
    return hasAllTargets;
  }

  CsvTable areasFile() {
    return areasFile;
  }

  CsvTable indicatorsFile() {
    return indicatorsFile;
  }

  CsvTable targetsFile() {
    return targetsFile;
  }

  CsvTable unitsFile() {
    return unitsFile;
  }

  CsvTable calendarFile() {
    return calendarFile;
  }

  private static CsvTable table(
      String file, PackFiles files, List<PackFault> faults, String columns, String optional) {
    String text = files.texts().get(file);
    return new CsvTable(
        files.named(file),
        text.isEmpty() ? columns : text,
        List.of(columns.split(",")),
        List.of(optional.split(",")),
        faults);
  }

  private static <T> List<T> values(List<Row<T>> rows) {
    return rows.stream().map(Row::value).toList();
  }

  private static Area area(CsvTable.Line line, PackDefaults defaults) {
    String refArea = line.identifier("ref_area");
    return new Area(
        refArea,
        line.required("name_zh"),
        line.optional("name_en"),
        line.hasColumn("parent") ? line.optional("parent") : defaults.parent(refArea),
        line.optional("level"),
        line.flag("is_capital", defaults.isCapital(refArea)),
        line.flag("in_total", true),
        line.list("aliases"),
        validity(line),
        line.list("succeeds"),
        new MapPlace(line.whole("map_column", 0), line.whole("map_row", 0)));
  }

  private static Validity validity(CsvTable.Line line) {
    Validity validity =
        new Validity(line.date("valid_from").orElse(null), line.date("valid_to").orElse(null));
    if (validity.isEmpty()) {
      line.fault(
          "valid_from（%s）晚于valid_to（%s）".formatted(validity.first(), validity.last()), "请核对两个日期");
      // Said once; what rests on it is no further fault.
      return Validity.ALWAYS;
    }
    return validity;
  }

  private static Indicator indicator(CsvTable.Line line) {
    IndicatorKind kind = line.code("kind", IndicatorKind.class);
    return new Indicator(
        line.required("indicator"),
        line.required("name_zh"),
        line.optional("name_en"),
        line.required("unit"),
        kind,
        line.code("freq", Frequency.class),
        line.code("accumulation", PackDefaults.accumulation(kind)),
        line.flag("additive", false),
        line.code("growth_source", PackDefaults.growthSource(kind)),
        line.code("better", Better.up),
        line.whole("decimals", PackDefaults.decimals(kind)),
        line.number("plausible_min"),
        line.number("plausible_max"),
        line.list("aliases"),
        line.optional("reporter"),
        line.optional("judged_source"),
        validity(line));
  }

  private Target target(CsvTable.Line line, PackDefaults defaults, List<Action> actions) {
    String[] code = line.required("comparator").split(":", 2);
    Comparator comparator =
        Comparator.fromCode(code[0]).filter(c -> c.isRelative() == (code.length == 2)).orElse(null);
    if (comparator == null && !code[0].isEmpty()) {
      line.fault(
          "comparator“%s”不认得".formatted(line.optional("comparator")),
          "只能是：>=、>、<=、<、=、~、up、down、higher_than:CODE、not_lower_than:CODE");
    }
    List<TargetRule> rules = TargetRule.parse(line.optional("rule")).orElse(null);
    if (rules == null) {
      line.fault(
          "rule“%s”不认得".formatted(line.optional("rule")),
          "只能是：>=100、subset_of:ID、allocation_of:ID、together:ID、all_year、since_launch");
    }
    Comparator how = comparator == null ? Comparator.AT_LEAST : comparator;
    String targetId = line.identifier("target_id");
    int annex = line.whole("annex", 0);
    Indicator indicator = indicator(line.optional("indicator"));
    Target.Kind kind = line.code("kind", Target.Kind.class);
    BigDecimal value = line.number("value");
    return new Target(
        targetId,
        annex,
        line.optional("action", PackDefaults.action(annex, actions)),
        line.optional("item_no", targetId),
        line.optional("indicator"),
        line.optional("name_zh", indicator == null ? targetId : indicator.nameZh()),
        line.code("class", PackDefaults.targetClass(kind, how, value)),
        kind,
        how,
        code.length == 2 ? code[1].strip() : "",
        value,
        line.optional("unit", PackDefaults.unit(kind, indicator)),
        rules == null ? List.of() : rules,
        line.optional("commitment"),
        line.isGiven("scope") ? line.list("scope") : List.of(defaults.totalArea()),
        line.optional("owner", defaults.totalArea()),
        line.code(
            "owner_basis",
            line.isGiven("owner") ? Target.OwnerBasis.item : Target.OwnerBasis.office_default),
        line.list("participants"),
        line.list("same_as"),
        line.isGiven("deadline")
            ? line.date("deadline").map(LocalDate::toString).orElse("")
            : defaults.deadline(),
        line.optional("measure_note"),
        line.optional("note"));
  }

  /** The indicator of a code; null where the pack has none of it. */
  private Indicator indicator(String code) {
    return indicators.stream()
        .map(Row::value)
        .filter(i -> i.indicator().equals(code))
        .findFirst()
        .orElse(null);
  }

  private static CalendarEntry entry(CsvTable.Line line) {
    String text = line.required("time_period");
    TimePeriod period = TimePeriod.parse(text).orElse(null);
    Frequency frequency = line.code("freq", PackDefaults.frequency(period));
    boolean expected = line.flag("expected", line.isGiven("due_date"));
    if (period == null) {
      line.fault("时期“%s”不成立".formatted(text), "请写成2024、2024-Q2或2024-06");
      return null;
    }
    return new CalendarEntry(
        line.required("indicator"),
        frequency,
        period,
        line.date("due_date").orElse(null),
        expected,
        line.optional("note"));
  }
}
