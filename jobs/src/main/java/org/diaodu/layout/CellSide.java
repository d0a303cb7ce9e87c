package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One side of a cell, its row or its column: its labels, and what the template says of them.
 *
 * @param labels its labels, from the most general to its own
 * @param area the area that it names; null where it names none
 * @param meaning what the template says of it
 * @param ignored why its figures are left out; null where they are not
 * @param unknown its labels, where the template does not know them; else null
 */
record CellSide(
    List<Label> labels, String area, Template.Meaning meaning, String ignored, String unknown) {

  /** The side with the given labels, by what an axis of a template says of them. */
  static CellSide of(Template.Axis axis, List<Label> own, List<Label> above) {
    if (own.isEmpty()) {
      return new CellSide(own, null, Template.Meaning.NOTHING, null, null);
    }
    List<String> paths = paths(own, above);
    Optional<String> ignored = LabelPath.first(axis.ignored().keySet(), paths, own);
    if (ignored.isPresent()) {
      String reason = axis.ignored().get(ignored.get());
      return new CellSide(own, null, Template.Meaning.NOTHING, reason, null);
    }
    Optional<Template.Entry> entry = entry(axis, paths, own);
    if (entry.isPresent()) {
      return of(own, entry.get());
    }
    if (axis.areas()) {
      Label last = own.get(own.size() - 1);
      String part = last.ofWhich() ? "of_which" : null;
      return new CellSide(own, last.name(), Template.Meaning.NOTHING, part, null);
    }
    return unknown(own, join(own));
  }

  /** A column; a header that says too little alone may be known with the one on its left. */
  static CellSide column(FoundTable table, Template.Axis axis, int column) {
    List<Label> header = table.header(column);
    if (table.lacksItsOwnLabel(column)) {
      return unknown(header, join(header) + "|?");
    }
    CellSide own = of(axis, header, List.of());
    if (own.unknown() == null) {
      return own;
    }
    for (int left = column - 1; left >= table.dataColumn(); left--) {
      String beside = join(table.header(left));
      if (!beside.isEmpty() && !beside.equals(join(header))) {
        return entry(axis, List.of(beside + "+" + join(header)), header)
            .map(e -> of(header, e))
            .orElse(own);
      }
    }
    return own;
  }

  private static CellSide of(List<Label> labels, Template.Entry entry) {
    return new CellSide(labels, entry.meaning().area(), entry.meaning(), null, null);
  }

  private static CellSide unknown(List<Label> labels, String what) {
    return new CellSide(labels, null, Template.Meaning.NOTHING, null, what);
  }

  /** The entry of an axis for the first of some paths that it knows. */
  static Optional<Template.Entry> entry(
      Template.Axis axis, List<String> paths, List<Label> labels) {
    String unit = unitOf(labels);
    List<Template.Entry> entries =
        axis.entries().stream().filter(e -> e.unit().isEmpty() || e.unit().equals(unit)).toList();
    List<String> known = entries.stream().flatMap(e -> e.paths().stream()).toList();
    return LabelPath.first(known, paths, labels)
        .flatMap(path -> entries.stream().filter(e -> e.paths().contains(path)).findFirst());
  }

  /** The whole path, then ever shorter ends of it within what stands above, the own label last. */
  static List<String> paths(List<Label> own, List<Label> above) {
    List<String> paths = new ArrayList<>();
    for (int from = 0; from <= above.size(); from++) {
      List<Label> path = new ArrayList<>(above.subList(from, above.size()));
      path.addAll(own);
      paths.add(join(path));
    }
    return paths;
  }

  /** The names of some labels as one path. */
  static String join(List<Label> labels) {
    return String.join("|", labels.stream().map(Label::name).filter(n -> !n.isEmpty()).toList());
  }

  /** The unit that the most particular of some labels states; empty where none does. */
  static String unitOf(List<Label> labels) {
    String unit = "";
    for (Label label : labels) {
      unit = label.unit().isEmpty() ? unit : label.unit();
    }
    return unit;
  }

  String unit() {
    return unitOf(labels);
  }

  /** The period that its labels state together; empty where they contradict each other. */
  Optional<PeriodPhrase> period() {
    Optional<PeriodPhrase> period = Optional.of(PeriodPhrase.NONE);
    for (Label label : labels) {
      period = period.flatMap(above -> above.joined(label.period()));
    }
    return period;
  }

  /** The period that its labels compare with; NONE where they do not. */
  PeriodPhrase comparedWith() {
    return labels.stream()
        .map(Label::comparedWith)
        .filter(base -> !base.isNone())
        .findFirst()
        .orElse(PeriodPhrase.NONE);
  }

  List<String> marks() {
    return labels.stream().flatMap(l -> l.marks().stream()).toList();
  }
}
