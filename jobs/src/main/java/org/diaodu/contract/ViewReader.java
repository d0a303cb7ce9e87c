package org.diaodu.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a view's contract from {@code schemas/views/<view>.yaml} on the class path. */
public final class ViewReader {
  private static final Set<String> VIEW_FIELDS =
      Set.of("view", "question_zh", "question_en", "embargo", "columns", "sql");
  private static final Set<String> COLUMN_FIELDS = Set.of("name", "description", "description_zh");

  /** Each as it was read first: what is on the class path stays the same while a program runs. */
  private static final Map<View, ViewContract> READ = new ConcurrentHashMap<>();

  private ViewReader() {}

  /**
   * The contract of a view.
   *
   * @throws InvalidContractException where the file is missing, has a field that is not known or
   *     lacks one
   */
  public static ViewContract read(View view) {
    return READ.computeIfAbsent(view, ViewReader::fromItsFile);
  }

  private static ViewContract fromItsFile(View view) {
    String resource = "schemas/views/" + view.shortName() + ".yaml";
    Map<String, Object> yaml =
        ContractReader.fields(resource, ContractReader.yaml(resource), VIEW_FIELDS);
    if (!view.fullName().equals(yaml.get("view"))) {
      throw new InvalidContractException(
          resource, "view is '%s', expected '%s'".formatted(yaml.get("view"), view.fullName()));
    }
    List<ViewContract.Column> columns = new ArrayList<>();
    for (Object column : ContractReader.list(resource, "columns", yaml.get("columns"))) {
      Map<String, Object> fields = ContractReader.fields(resource, column, COLUMN_FIELDS);
      columns.add(
          new ViewContract.Column(
              ContractReader.text(resource, fields, "name"),
              ContractReader.bilingual(resource, fields, "description")));
    }
    return new ViewContract(
        view,
        ContractReader.text(resource, yaml, "question_zh"),
        ContractReader.text(resource, yaml, "question_en"),
        EmbargoReader.view(resource, yaml.get("embargo")),
        List.copyOf(columns),
        ContractReader.text(resource, yaml, "sql"));
  }
}
