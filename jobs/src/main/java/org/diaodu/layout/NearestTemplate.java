package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says why no template fits a table: which comes nearest, and what it misses. */
final class NearestTemplate {
  private NearestTemplate() {}

  /**
   * The doubt under which the figures of a table without a template are refused.
   *
   * @param sheet name of its sheet
   * @param title its title, or the first text of its sheet
   * @param tables by template, in the pack's order, the tables that are meant and have its corner
   * @param range the cells that it is said of; null for all of the sheet
   */
  static ReadCell.Doubt doubt(
      String sheet, String title, Map<Template, List<FoundTable>> tables, String range) {
    String known = tables.keySet().stream().map(Template::name).collect(Collectors.joining("、"));
    return new ReadCell.Doubt(
        "no_template",
        true,
        title,
        known,
        "表“%s”（标题“%s”）没有适用的模板。%s请核对表题和表头，或用 diaodu learn 起草一个模板"
            .formatted(sheet, title, nearest(tables)),
        range);
  }

  /** What the template that comes nearest recognised, and what it missed. */
  private static String nearest(Map<Template, List<FoundTable>> tablesByTemplate) {
    String best = "";
    int most = -1;
    for (Map.Entry<Template, List<FoundTable>> entry : tablesByTemplate.entrySet()) {
      Template template = entry.getKey();
      List<FoundTable> tables = entry.getValue();
      int columns =
          tables.stream().mapToInt(table -> TableReading.fit(table, template)).max().orElse(0);
      boolean titled = tables.stream().anyMatch(template::isTitleOf);
      int met = (tables.isEmpty() ? 0 : 1) + (titled ? 2 : 0) + (columns > 0 ? 2 : 0);
      if (met > most) {
        most = met;
        best =
            "最接近的模板是%s：%s。".formatted(template.name(), missing(template, tables, titled, columns));
      }
    }
    return best;
  }

  private static String missing(
      Template template, List<FoundTable> tables, boolean titled, int columns) {
    List<String> missing = new ArrayList<>();
    if (tables.isEmpty()) {
      missing.add("找不到行标题的表头“%s”".formatted(String.join("、", template.rows().labels())));
    } else {
      if (!titled) {
        missing.add("表题里没有“%s”".formatted(String.join("、", template.titles())));
      }
      if (columns == 0) {
        missing.add("列标题都不认得");
      }
    }
    return String.join("、", missing);
  }
}
