package org.diaodu.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.region.NameIndex;
import org.diaodu.text.DelimitedLine;

/** The series that most regions report, as they usually are: {@code starter/indicators.csv}. */
final class CommonIndicators {
  private static final String FILE = "/starter/indicators.csv";

  private final List<NewIndicator> all = new ArrayList<>();
  private final Map<String, NewIndicator> byName = new HashMap<>();

  CommonIndicators() {
    List<String> lines = text().lines().toList();
    List<String> columns = DelimitedLine.fields(lines.get(0), ',');
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = DelimitedLine.fields(line, ',');
      Map<String, String> row = new HashMap<>();
      columns.forEach(column -> row.put(column, cells.get(columns.indexOf(column))));
      add(
          new NewIndicator(
              row.get("indicator"),
              row.get("name_zh"),
              row.get("name_en"),
              row.get("unit"),
              IndicatorKind.valueOf(row.get("kind")),
              Frequency.valueOf(row.get("freq")),
              Boolean.parseBoolean(row.get("additive")),
              row.get("growth_source"),
              row.get("decimals"),
              row.get("aliases")));
    }
  }

  /** All of them, in the order of the list. */
  List<NewIndicator> all() {
    return all;
  }

  /** The series of a code, a name or an alias, however it is written; empty where none has it. */
  Optional<NewIndicator> named(String name) {
    return Optional.ofNullable(byName.get(NameIndex.normal(name)));
  }

  private void add(NewIndicator indicator) {
    all.add(indicator);
    List<String> names = new ArrayList<>(List.of(indicator.aliases().split(";")));
    names.addAll(List.of(indicator.code(), indicator.nameZh(), indicator.nameEn()));
    names.stream()
        .filter(name -> !name.isEmpty())
        .forEach(name -> byName.put(NameIndex.normal(name), indicator));
  }

  private static String text() {
    try (InputStream in = CommonIndicators.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
