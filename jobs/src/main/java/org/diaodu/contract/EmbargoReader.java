package org.diaodu.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.contract.EmbargoRule.Condition;
import org.diaodu.contract.EmbargoRule.NoneWithheld;
import org.diaodu.contract.EmbargoRule.PeriodIsPublic;
import org.diaodu.contract.EmbargoRule.Replaced;
import org.diaodu.contract.EmbargoRule.SeenBy;
import org.diaodu.contract.EmbargoRule.StoredBefore;

/** Reads the field {@code embargo} of a contract; its words are listed in schemas/README.md. */
final class EmbargoReader {
  private static final String AS_READ = "what it reads";
  private static final Set<String> OPEN_FIELDS = Set.of("public", "public_zh");
  private static final Set<String> RESTRICTED_FIELDS =
      Set.of("withheld", "withheld_zh", "rows", "columns", "again");
  private static final Set<String> REPLACED_FIELDS = Set.of("names", "unless", "instead");
  private static final Set<String> NONE_FIELDS = Set.of("table", "on", "where");

  private final String resource;
  private final Collection<String> columns;

  private EmbargoReader(String resource, Collection<String> columns) {
    this.resource = resource;
    this.columns = columns;
  }

  /**
   * The rule of a table.
   *
   * @param columns names of its columns
   * @throws InvalidContractException where there is none, or it is not one of a table
   */
  static EmbargoRule table(String resource, Object yaml, Collection<String> columns) {
    return new EmbargoReader(resource, columns).table(yaml);
  }

  /**
   * The rule of a view.
   *
   * @throws InvalidContractException where there is none, or it is not the only one that views have
   */
  static EmbargoRule view(String resource, Object yaml) {
    if (yaml instanceof Map<?, ?> map && map.equals(Map.of("as", AS_READ))) {
      return EmbargoRule.asRead();
    }
    throw fault(resource, "embargo", yaml, "{as: %s}".formatted(AS_READ));
  }

  private EmbargoRule table(Object yaml) {
    if (yaml instanceof Map<?, ?> map && map.containsKey("public")) {
      Map<String, Object> fields = ContractReader.fields(resource, yaml, OPEN_FIELDS);
      return EmbargoRule.open(ContractReader.bilingual(resource, fields, "public"));
    }
    if (!(yaml instanceof Map<?, ?> map) || !map.containsKey("withheld")) {
      throw fault(
          resource,
          "embargo",
          yaml,
          "public (why it is), or withheld (what is) with rows, columns");
    }
    Map<String, Object> fields = ContractReader.fields(resource, yaml, RESTRICTED_FIELDS);
    List<Condition> rows = fields.containsKey("rows") ? conditions(fields.get("rows")) : List.of();
    List<Replaced> replaced = new ArrayList<>();
    if (fields.containsKey("columns")) {
      for (Object some : ContractReader.list(resource, "columns", fields.get("columns"))) {
        replaced.add(replaced(ContractReader.fields(resource, some, REPLACED_FIELDS)));
      }
    }
    if (rows.isEmpty() && replaced.isEmpty()) {
      throw fault(resource, "embargo", yaml, "rows or columns that are withheld");
    }
    return new EmbargoRule(
        EmbargoRule.Kind.restricted,
        ContractReader.bilingual(resource, fields, "withheld"),
        rows,
        List.copyOf(replaced),
        fields.containsKey("again") ? ofColumns("again", fields.get("again")) : Map.of());
  }

  private Replaced replaced(Map<String, Object> fields) {
    List<String> names = texts("names", fields.get("names"));
    names.forEach(name -> requireColumn("names", name));
    return new Replaced(
        names, conditions(fields.get("unless")), fields.getOrDefault("instead", "NULL").toString());
  }

  private List<Condition> conditions(Object yaml) {
    List<Condition> conditions = new ArrayList<>();
    for (Object condition : ContractReader.list(resource, "embargo", yaml)) {
      conditions.add(condition(condition));
    }
    return List.copyOf(conditions);
  }

  private Condition condition(Object yaml) {
    Map<String, Object> fields = ContractReader.fields(resource, yaml, null);
    if (fields.size() == 1) {
      String word = fields.keySet().iterator().next();
      switch (word) {
        case "public" -> {
          return new PeriodIsPublic(ContractReader.text(resource, fields, word), false);
        }
        case "public_up_to" -> {
          return new PeriodIsPublic(ContractReader.text(resource, fields, word), true);
        }
        case "seen_by" -> {
          return new SeenBy(ContractReader.text(resource, fields, word));
        }
        case "stored_before" -> {
          return new StoredBefore(ContractReader.text(resource, fields, word));
        }
        case "none_withheld" -> {
          return noneWithheld(ContractReader.fields(resource, fields.get(word), NONE_FIELDS));
        }
        default -> {
          // Told below, with what may stand there.
        }
      }
    }
    throw fault(
        resource,
        "a condition of embargo",
        yaml,
        "one of public, public_up_to, seen_by, stored_before, none_withheld");
  }

  private NoneWithheld noneWithheld(Map<String, Object> fields) {
    String name = ContractReader.text(resource, fields, "table");
    Table table =
        Table.fromFullName(name)
            .orElseThrow(() -> fault(resource, "table of none_withheld", name, "database.table"));
    return new NoneWithheld(
        table,
        fields.containsKey("on") ? on(fields.get("on")) : Map.of(),
        fields.getOrDefault("where", "").toString());
  }

  /** A list where both tables call their columns the same. */
  private Map<String, String> on(Object yaml) {
    if (yaml instanceof Map<?, ?>) {
      return ofColumns("on", yaml);
    }
    Map<String, String> same = new LinkedHashMap<>();
    texts("on", yaml).forEach(name -> same.put(name, name));
    same.keySet().forEach(name -> requireColumn("on", name));
    return same;
  }

  private Map<String, String> ofColumns(String where, Object yaml) {
    Map<String, String> texts = new LinkedHashMap<>();
    ContractReader.fields(resource, yaml, null)
        .forEach((name, text) -> texts.put(name, text.toString()));
    texts.keySet().forEach(name -> requireColumn(where, name));
    return texts;
  }

  private List<String> texts(String field, Object yaml) {
    return ContractReader.list(resource, field, yaml).stream().map(Object::toString).toList();
  }

  private void requireColumn(String where, String name) {
    if (!columns.contains(name)) {
      throw fault(resource, where + " of embargo", name, "one of its columns " + columns);
    }
  }

  private static InvalidContractException fault(
      String resource, String where, Object found, String expected) {
    return new InvalidContractException(
        resource,
        "%s is %s, expected %s"
            .formatted(where, found == null ? "missing" : "'" + found + "'", expected));
  }
}
