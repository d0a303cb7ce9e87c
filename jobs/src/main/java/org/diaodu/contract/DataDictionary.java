package org.diaodu.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.domain.NotComputed;

/** The data dictionary in Markdown, made from the contracts. */
public final class DataDictionary {
  private static final String HEAD =
      """
      # Data dictionary

      The same in Chinese and English, to search in: [data-dictionary.html](data-dictionary.html). Both are made from `schemas/` by `bin/diaodu dictionary`,
      and a test fails when they are not current. The views over these tables: [questions](questions.md).

      **The latest row of everything.** Computed tables hold one row for each key: the latest. Tables of `reference` hold the region pack of the night that is read, so that a join by code meets one row;
      the stored folders keep every version of it by `pack_id`, and whoever opens them by path takes that of the newest manifest. Tables that only grow have their latest row by their order:

      | table | latest row of | is the greatest |
      |---|---|---|
      | `statistics.observations` | `indicator, ref_area, freq, time_period, accumulation, measure, source` | `provenance = 'official', release_date, coalesce(arrived_at, recorded_at), recorded_at` |
      | `statistics.progress` | `item, ref_area, time_period, milestone` | the same |
      | `landing.source_files` | `file` | `received_at` |
      | `landing.confirmations` | `hold_id` | `decided_at` |
      | `operations.job_runs` | `stage` | `started_at` |

      """;

  private DataDictionary() {}

  /** All tables, in the order in which a night fills them, and the codes that stand in them. */
  public static String markdown() {
    ExampleRows examples = ExampleRows.read();
    return HEAD
        + Arrays.stream(Table.values())
            .map(table -> section(ContractReader.read(table), examples.of(table)))
            .collect(Collectors.joining("\n"))
        + codes();
  }

  private static String section(TableContract contract, Map<String, String> example) {
    StringBuilder text = new StringBuilder();
    text.append("## ").append(contract.table().fullName()).append("\n\n");
    text.append(contract.grain().en()).append(' ').append(contract.description().en());
    if (!contract.method().isEmpty()) {
      text.append(" [How it is made](").append(contract.method()).append(").");
    }
    text.append("\n\n").append(embargo(contract.embargo()));
    text.append("\n\nKey: `").append(String.join("`, `", contract.key())).append("`\n\n");
    text.append("| column | type | null | unit | meaning | example |\n|---|---|---|---|---|---|\n");
    for (TableContract.Column column : contract.columns()) {
      text.append(
          "| `%s` | %s | %s | %s | %s | %s |\n"
              .formatted(
                  column.name(),
                  column.type().sql().toLowerCase(Locale.ROOT),
                  column.nullable() ? "yes" : "no",
                  column.unit(),
                  cell(column.description().en()) + list(column),
                  cell(example.get(column.name()))));
    }
    if (!contract.constraints().isEmpty()) {
      text.append("\nEvery row meets:\n\n");
      contract
          .constraints()
          .forEach((name, condition) -> text.append("- `%s`: `%s`\n".formatted(name, condition)));
    }
    return text.toString();
  }

  private static String embargo(EmbargoRule rule) {
    return rule.kind().heading().en() + ": " + rule.sentence().en();
  }

  private static String list(TableContract.Column column) {
    return column.codes().isEmpty()
        ? ""
        : " Codes: [%s](#codes-%s).".formatted(column.codes(), column.codes());
  }

  private static String codes() {
    StringBuilder text = new StringBuilder();
    for (String list : CodeNames.lists()) {
      text.append("\n## Codes: ").append(list).append("\n\n| code | 中文 | |\n|---|---|---|\n");
      CodeNames.list(list)
          .forEach(
              (code, nameZh) ->
                  text.append("| `%s` | %s | %s |\n".formatted(code, nameZh, nameEn(list, code))));
    }
    return text.toString();
  }

  /** What a code means in English, where it does not say so itself. */
  public static String nameEn(String list, String code) {
    return list.equals("reason")
        ? NotComputed.valueOf(code).nameEn()
        : code.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
