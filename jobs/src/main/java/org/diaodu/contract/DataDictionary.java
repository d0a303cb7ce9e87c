package org.diaodu.contract;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The data dictionary in Markdown, made from the contracts. */
public final class DataDictionary {
  private DataDictionary() {}

  /** All tables, in the order in which a night fills them. */
  public static String markdown() {
    return Arrays.stream(Table.values())
        .map(ContractReader::read)
        .map(DataDictionary::section)
        .collect(
            Collectors.joining(
                "\n",
                """
                # Data dictionary

                Made from `schemas/`; `bin/diaodu dictionary > docs/data-dictionary.md` makes it anew, and a test
                fails when it is not current.

                """,
                ""));
  }

  private static String section(TableContract contract) {
    StringBuilder text = new StringBuilder();
    text.append("## ").append(contract.table().fullName()).append("\n\n");
    text.append(contract.description()).append("\n\n");
    text.append("Key: `").append(String.join("`, `", contract.key())).append("`\n\n");
    text.append("| column | type | null | unit | meaning |\n|---|---|---|---|---|\n");
    for (TableContract.Column column : contract.columns()) {
      text.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  column.name(),
                  column.type().sql().toLowerCase(java.util.Locale.ROOT),
                  column.nullable() ? "yes" : "no",
                  column.unit(),
                  column.description().replace("|", "\\|")));
    }
    if (!contract.constraints().isEmpty()) {
      text.append("\nEvery row meets:\n\n");
      contract
          .constraints()
          .forEach((name, condition) -> text.append("- `%s`: `%s`\n".formatted(name, condition)));
    }
    return text.toString();
  }
}
