package org.diaodu.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.types.DataType;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a table's contract from {@code schemas/<database>/<table>.yaml} on the class path. */
public final class ContractReader {
  private static final Set<String> TABLE_FIELDS =
      Set.of(
          "table",
          "grain",
          "grain_zh",
          "description",
          "description_zh",
          "method",
          "embargo",
          "key",
          "columns",
          "retired",
          "constraints");
  private static final Set<String> COLUMN_FIELDS =
      Set.of("name", "type", "nullable", "unit", "codes", "description", "description_zh");

  /** Each as it was read first: what is on the class path stays the same while a program runs. */
  private static final Map<Table, TableContract> READ = new ConcurrentHashMap<>();

  private ContractReader() {}

  /**
   * The contract of a table.
   *
   * @throws InvalidContractException where the file is missing, has a field that is not known or
   *     lacks one, or where the key is not among the columns
   */
  public static TableContract read(Table table) {
    return READ.computeIfAbsent(table, ContractReader::fromItsFile);
  }

  private static TableContract fromItsFile(Table table) {
    String resource = "schemas/" + table.path() + ".yaml";
    return of(table, resource, yaml(resource));
  }

  /** The contract that a file's content is. */
  static TableContract of(Table table, String resource, Object yaml) {
    return contract(table, resource, fields(resource, yaml, TABLE_FIELDS));
  }

  static Object yaml(String resource) {
    try (InputStream in = ContractReader.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new InvalidContractException(resource, "the file is missing");
      }
      return new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static TableContract contract(Table table, String resource, Map<String, Object> yaml) {
    if (!table.fullName().equals(yaml.get("table"))) {
      throw new InvalidContractException(
          resource, "table is '%s', expected '%s'".formatted(yaml.get("table"), table.fullName()));
    }
    List<TableContract.Column> columns = new ArrayList<>();
    for (Object column : list(resource, "columns", yaml.get("columns"))) {
      columns.add(column(resource, fields(resource, column, COLUMN_FIELDS)));
    }
    List<String> key =
        list(resource, "key", yaml.get("key")).stream().map(Object::toString).toList();
    for (String name : key) {
      if (columns.stream().noneMatch(c -> c.name().equals(name))) {
        throw new InvalidContractException(
            resource, "key column '%s' is not a column".formatted(name));
      }
    }
    Map<String, String> constraints = new LinkedHashMap<>();
    fields(resource, yaml.get("constraints"), null)
        .forEach((name, condition) -> constraints.put(name, condition.toString()));
    return new TableContract(
        table,
        bilingual(resource, yaml, "grain"),
        bilingual(resource, yaml, "description"),
        yaml.getOrDefault("method", "").toString(),
        EmbargoReader.table(
            resource,
            yaml.get("embargo"),
            columns.stream().map(TableContract.Column::name).toList()),
        key,
        List.copyOf(columns),
        yaml.containsKey("retired")
            ? list(resource, "retired", yaml.get("retired")).stream().map(Object::toString).toList()
            : List.of(),
        constraints);
  }

  private static TableContract.Column column(String resource, Map<String, Object> yaml) {
    return new TableContract.Column(
        text(resource, yaml, "name"),
        DataType.fromDDL(text(resource, yaml, "type")),
        !Boolean.FALSE.equals(yaml.get("nullable")),
        yaml.getOrDefault("unit", "").toString(),
        yaml.getOrDefault("codes", "").toString(),
        bilingual(resource, yaml, "description"));
  }

  static Bilingual bilingual(String resource, Map<String, Object> yaml, String field) {
    return new Bilingual(text(resource, yaml, field), text(resource, yaml, field + "_zh"));
  }

  static String text(String resource, Map<String, Object> yaml, String field) {
    Object value = yaml.get(field);
    if (value == null || value.toString().isBlank()) {
      throw new InvalidContractException(resource, "%s is missing in %s".formatted(field, yaml));
    }
    return value.toString();
  }

  static List<?> list(String resource, String field, Object yaml) {
    if (yaml instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new InvalidContractException(resource, field + " is not a list with entries");
  }

  static Map<String, Object> fields(String resource, Object yaml, Set<String> known) {
    if (!(yaml instanceof Map<?, ?> map)) {
      throw new InvalidContractException(resource, "expected fields, found: " + yaml);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (known != null && !known.contains(name.toString())) {
            throw new InvalidContractException(resource, "unknown field '%s'".formatted(name));
          }
          fields.put(name.toString(), value);
        });
    return fields;
  }
}
