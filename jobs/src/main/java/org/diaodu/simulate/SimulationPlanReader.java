package org.diaodu.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.domain.TimePeriod;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads {@code simulation.yaml}. A field that is not known is refused: it would be silently without
 * effect.
 */
public final class SimulationPlanReader {
  private SimulationPlanReader() {}

  /**
   * The plan in a file.
   *
   * @throws IllegalArgumentException where a field is missing, unknown or of the wrong kind
   */
  public static SimulationPlan read(Path file) {
    try {
      Object yaml =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      return plan(new Fields(file.getFileName().toString(), yaml));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static SimulationPlan plan(Fields f) {
    Map<String, SimulationPlan.AreaSize> areas = new LinkedHashMap<>();
    Fields sizes = f.fields("areas").orElseThrow(() -> f.missing("areas"));
    for (String code : sizes.names()) {
      Fields size = sizes.fields(code).orElseThrow();
      areas.put(code, new SimulationPlan.AreaSize(size.number("size_pct"), size.number("tilt_pp")));
      size.end();
    }
    List<SimulationPlan.Series> series = new ArrayList<>();
    for (Object entry : f.list("series")) {
      series.add(series(new Fields(f.where() + ".series", entry)));
    }
    SimulationPlan plan =
        new SimulationPlan(
            (int) f.number("from_year"),
            (int) f.number("to_year"),
            f.number("coverage_pct"),
            f.fields("overlap").map(SimulationPlanReader::overlap),
            areas,
            f.fields("late").map(SimulationPlanReader::late),
            f.fields("gap").map(SimulationPlanReader::gap),
            f.fields("withdrawal").map(SimulationPlanReader::withdrawal),
            series);
    f.end();
    return plan;
  }

  private static SimulationPlan.Series series(Fields f) {
    SimulationPlan.Series series =
        new SimulationPlan.Series(
            f.text("indicator"),
            f.text("department"),
            f.number("base", 0),
            f.numbers("growth_pct"),
            f.number("spread_pp", 0),
            f.number("price_pp", 0),
            f.numbers("season"),
            f.number("revision_pct", 0),
            f.number("comparable_pp", 0),
            f.text("unit", ""),
            (int) f.number("release_day", 20),
            !f.text("january", "true").equals("false"),
            f.list("sum_of").stream().map(Object::toString).toList());
    f.end();
    return series;
  }

  private static SimulationPlan.Overlap overlap(Fields f) {
    SimulationPlan.Overlap overlap =
        new SimulationPlan.Overlap(f.text("area"), f.text("within"), f.number("share_pct"));
    f.end();
    return overlap;
  }

  private static SimulationPlan.Late late(Fields f) {
    Set<Integer> months = new HashSet<>();
    f.numbers("months").forEach(m -> months.add(m.intValue()));
    SimulationPlan.Late late =
        new SimulationPlan.Late(
            f.text("area"),
            f.text("department"),
            (int) f.number("year"),
            months,
            LocalDate.parse(f.text("release_date")));
    f.end();
    return late;
  }

  private static SimulationPlan.Gap gap(Fields f) {
    SimulationPlan.Gap gap =
        new SimulationPlan.Gap(
            f.text("area"), f.text("indicator"), TimePeriod.of(f.text("time_period")));
    f.end();
    return gap;
  }

  private static SimulationPlan.Withdrawal withdrawal(Fields f) {
    SimulationPlan.Withdrawal withdrawal =
        new SimulationPlan.Withdrawal(
            f.text("area"),
            f.text("indicator"),
            TimePeriod.of(f.text("time_period")),
            LocalDate.parse(f.text("release_date")));
    f.end();
    return withdrawal;
  }

  /** The fields of one mapping, of which every one must be asked for. */
  private static final class Fields {
    private final String where;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    Fields(String where, Object yaml) {
      this.where = where;
      if (!(yaml instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException("%s：这里应是“字段: 值”".formatted(where));
      }
      map.forEach((name, value) -> fields.put(name.toString(), value));
    }

    String where() {
      return where;
    }

    List<String> names() {
      return List.copyOf(fields.keySet());
    }

    Optional<Fields> fields(String name) {
      asked.add(name);
      return fields.containsKey(name)
          ? Optional.of(new Fields(where + "." + name, fields.get(name)))
          : Optional.empty();
    }

    String text(String name) {
      asked.add(name);
      if (!fields.containsKey(name)) {
        throw missing(name);
      }
      return String.valueOf(fields.get(name));
    }

    String text(String name, String absent) {
      asked.add(name);
      return String.valueOf(fields.getOrDefault(name, absent));
    }

    double number(String name) {
      return number(name, text(name));
    }

    double number(String name, double absent) {
      return fields.containsKey(name) ? number(name) : absent;
    }

    private double number(String name, Object value) {
      if (value.toString().matches("-?\\d+(\\.\\d+)?")) {
        return Double.parseDouble(value.toString());
      }
      throw new IllegalArgumentException("%s：%s“%s”不是数字".formatted(where, name, value));
    }

    List<Double> numbers(String name) {
      return list(name).stream().map(v -> number(name, v)).toList();
    }

    List<?> list(String name) {
      asked.add(name);
      Object value = fields.getOrDefault(name, List.of());
      if (value instanceof List<?> list) {
        return list;
      }
      throw new IllegalArgumentException("%s：%s不是列表".formatted(where, name));
    }

    IllegalArgumentException missing(String name) {
      return new IllegalArgumentException("%s：缺少字段%s".formatted(where, name));
    }

    void end() {
      for (String name : fields.keySet()) {
        if (!asked.contains(name)) {
          throw new IllegalArgumentException("%s：字段%s不认得".formatted(where, name));
        }
      }
    }
  }
}
