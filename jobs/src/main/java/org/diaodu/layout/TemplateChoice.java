package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.sheet.Grid;

/**
 * A table and the template that knows most of its headers.
 *
 * @param fit how many columns and rows it knows
 * @param rivals others that know as many: then nobody can say which is meant
 */
record TemplateChoice(FoundTable table, Template template, int fit, List<Template> rivals) {
  /** The tables of a sheet that some template knows, each with the one that knows most of it. */
  static List<TemplateChoice> of(Grid grid, List<Template> templates) {
    List<TemplateChoice> choices = new ArrayList<>();
    for (Template template : templates) {
      for (FoundTable table : FoundTable.find(grid, template.rows().labels())) {
        int fit = template.isTitleOf(table) ? TableReading.fit(table, template) : 0;
        if (fit > 0) {
          add(choices, new TemplateChoice(table, template, fit, List.of()));
        }
      }
    }
    return choices;
  }

  private static void add(List<TemplateChoice> choices, TemplateChoice found) {
    for (int i = 0; i < choices.size(); i++) {
      TemplateChoice other = choices.get(i);
      if (overlap(other.table, found.table)) {
        if (found.fit > other.fit) {
          choices.set(i, found);
        } else if (found.fit == other.fit) {
          List<Template> rivals = new ArrayList<>(other.rivals);
          rivals.add(found.template);
          choices.set(i, new TemplateChoice(other.table, other.template, other.fit, rivals));
        }
        return;
      }
    }
    choices.add(found);
  }

  private static boolean overlap(FoundTable a, FoundTable b) {
    return a.bodyRow() <= b.lastRow()
        && b.bodyRow() <= a.lastRow()
        && a.dataColumn() <= b.lastColumn()
        && b.dataColumn() <= a.lastColumn();
  }

  /** Tables with a corner that some template knows, of which no template fits. */
  static List<FoundTable> unknown(Grid grid, List<Template> templates, List<FoundTable> known) {
    List<FoundTable> unknown = new ArrayList<>();
    for (Template template : templates) {
      for (FoundTable table : FoundTable.find(grid, template.rows().labels())) {
        if (Stream.concat(known.stream(), unknown.stream()).noneMatch(t -> overlap(t, table))) {
          unknown.add(table);
        }
      }
    }
    return unknown;
  }
}
