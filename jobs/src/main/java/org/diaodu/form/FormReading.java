package org.diaodu.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/** Reads one sheet of a form. */
final class FormReading {
  private static final String CHANGED = "form_changed_outside";
  private static final String ASK_ANEW = "请用原表重新填写这一行，或另外报送";

  private final Grid grid;
  private final RegionPack pack;
  private final FormTable.Header header;
  private final FormSignature signature;
  private final List<FormLine> lines = new ArrayList<>();
  private final List<FormRemark> remarks = new ArrayList<>();

  FormReading(Grid grid, RegionPack pack, FormTable.Header header) {
    this.grid = grid;
    this.pack = pack;
    this.header = header;
    this.signature = SignatureReading.above(grid, header.row());
  }

  /** A sheet with rows of a form and no header: nobody knows what its columns are. */
  static FormTable withoutHeader(Grid grid) {
    List<FormLine> lines = new ArrayList<>();
    for (int row = 0; row < grid.rowCount(); row++) {
      for (GridCell cell : grid.row(row)) {
        if (RowCode.isLike(cell.text())) {
          FormRemark refusal =
              new FormRemark(
                  "form_no_header",
                  row,
                  cell.column(),
                  "",
                  String.join("、", FormKind.figure.headers().subList(0, 2)) + "等表头",
                  "这一行是填报表的，但表里没有填报表的表头，不知道各列是什么。请连表头和签字行一起粘贴，或用原表报送");
          lines.add(new FormLine(row, null, Map.of(FormField.note, cell), List.of(refusal)));
        }
      }
    }
    return new FormTable(
        grid, new FormSignature("", "", "", "", null, grid.sheet()), Map.of(), lines, List.of());
  }

  FormTable table() {
    Optional<FormRemark> ofAll = ofHeader();
    for (int row = header.row() + 1; row < grid.rowCount(); row++) {
      if (!grid.row(row).isEmpty()) {
        line(row, ofAll);
      }
    }
    return new FormTable(
        grid, signature, header.columns(), List.copyOf(lines), List.copyOf(remarks));
  }

  /** What is wrong with the header, and so with every row; columns may stand in another order. */
  private Optional<FormRemark> ofHeader() {
    List<String> missing =
        header.kind().headers().stream().filter(h -> !header.columns().containsKey(h)).toList();
    if (!missing.isEmpty()) {
      String names = String.join("、", missing);
      return Optional.of(
          new FormRemark(
              "form_header_changed",
              header.row(),
              0,
              "",
              names,
              "填报表的表头少了：%s，不能确定各列是什么。请恢复表头后重新报送".formatted(names)));
    }
    return header.repeated().stream()
        .findFirst()
        .map(
            twice ->
                new FormRemark(
                    "form_header_changed",
                    header.row(),
                    header.columns().get(twice),
                    twice,
                    "每个列名只出现一次",
                    "填报表的表头“%s”出现了两次，不知道是哪一列。请删去多余的一列后重新报送".formatted(twice)));
  }

  private void line(int row, Optional<FormRemark> ofAll) {
    Map<FormField, GridCell> filled = new EnumMap<>(FormField.class);
    for (FormField field : header.kind().fields()) {
      cell(row, field.header()).ifPresent(cell -> filled.put(field, cell));
    }
    Optional<GridCell> written = cell(row, FormKind.CODE);
    Optional<RowCode> code = written.flatMap(cell -> RowCode.parse(cell.text()));
    Optional<FormItem> item = code.flatMap(of -> FormItem.of(pack, of.key()));
    List<FormRemark> refusals = new ArrayList<>();
    ofAll.ifPresent(refusals::add);
    if (item.isEmpty()) {
      refusals.add(noItem(row, written, code));
    } else {
      refusals.addAll(againstItsKey(row, item.get()));
      known(row, code.get(), item.get());
    }
    outside(row);
    if (filled.isEmpty() && item.isEmpty()) {
      remarks.add(changed(row, grid.row(row).iterator().next(), "", "这一行没有行码，也没有填数"));
    } else if (filled.isEmpty()) {
      remarks.addAll(refusals);
      lines.add(new FormLine(row, item.get(), Map.of(), List.of()));
    } else {
      lines.add(new FormLine(row, item.orElse(null), filled, List.copyOf(refusals)));
    }
  }

  private FormRemark noItem(int row, Optional<GridCell> written, Optional<RowCode> code) {
    int column = header.columns().getOrDefault(FormKind.CODE, 0);
    String found = written.map(cell -> cell.text().strip()).orElse("");
    if (code.isPresent()) {
      return new FormRemark(
          "form_unknown_item",
          row,
          column,
          found,
          "地区包中的事项",
          "行码所指的事项已不在方案、指标或地区的清单中，这一行没有收下。" + ASK_ANEW);
    }
    return new FormRemark(
        "form_no_code",
        row,
        column,
        found,
        "原来的行码",
        found.isEmpty() ? "这一行没有行码，不知道填的是哪一项。" + ASK_ANEW : "行码被改动，不知道填的是哪一项。" + ASK_ANEW);
  }

  /** What in the row or in the head contradicts the key. */
  private List<FormRemark> againstItsKey(int row, FormItem item) {
    List<FormRemark> found = new ArrayList<>();
    if (item.kind() != header.kind()) {
      found.add(
          new FormRemark(
              "form_other_sheet",
              row,
              header.columns().getOrDefault(FormKind.CODE, 0),
              item.kind().sheet(),
              header.kind().sheet(),
              "这一行是“%s”表的，不能填在“%s”表里。请贴回原表".formatted(item.kind().sheet(), header.kind().sheet())));
      return found;
    }
    for (int i = 0; i < item.labels().size(); i++) {
      String name = header.kind().labels().get(i).header();
      String expected = item.labels().get(i);
      String seen = text(row, name);
      if (header.columns().containsKey(name) && !seen.equals(expected)) {
        found.add(
            new FormRemark(
                "form_label_changed",
                row,
                header.columns().get(name),
                seen,
                expected,
                "按行码这一行的%s是“%s”，表里写的却是“%s”，不知道以哪个为准。%s".formatted(name, expected, seen, ASK_ANEW)));
      }
    }
    String unit = pack.answererName(item.key().unit());
    if (!signature.unit().equals(unit)) {
      found.add(ofOther(row, FormHead.UNIT, signature.unit(), unit));
    }
    if (!isOfPeriod(item)) {
      found.add(ofOther(row, FormHead.PERIOD, signature.period(), item.key().period().toString()));
    }
    return found;
  }

  private static FormRemark ofOther(int row, String label, String seen, String expected) {
    String message =
        seen.isEmpty()
            ? "表头上没有%s，这一行是“%s”的。请连表头和签字行一起报送".formatted(label, expected)
            : "表头上的%s是“%s”，这一行却是“%s”的。请贴回原表填写".formatted(label, seen, expected);
    return new FormRemark("form_of_another", row, 0, seen, expected, message);
  }

  /** A form for a month asks for what ends with it; a problem is of then or before. */
  private boolean isOfPeriod(FormItem item) {
    Optional<TimePeriod> ofForm = TimePeriod.parse(signature.period());
    return ofForm.isPresent()
        && switch (item.key().kind()) {
          case figure, target, task, milestone, duty ->
              item.key().period().lastDay().equals(ofForm.get().lastDay());
          case rectification -> !item.key().period().lastDay().isAfter(ofForm.get().lastDay());
        };
  }

  private void known(int row, RowCode code, FormItem item) {
    if (item.kind() != header.kind()) {
      return;
    }
    List<FormKind.Column> known = header.kind().known();
    for (int i = 0; i < known.size(); i++) {
      String name = known.get(i).header();
      String seen = text(row, name);
      if (header.columns().containsKey(name) && !code.isAsGiven(i, seen)) {
        remarks.add(
            new FormRemark(
                CHANGED,
                row,
                header.columns().get(name),
                seen,
                "表中原来的内容",
                "“%s”一列是供参考的，被改成了“%s”，没有采用。要更正以前的数，请另外报送".formatted(name, seen)));
      }
    }
  }

  /** What stands beside the columns of the form. */
  private void outside(int row) {
    Set<Integer> own = Set.copyOf(header.columns().values());
    grid.row(row).stream()
        .filter(cell -> !own.contains(cell.column()))
        .forEach(cell -> remarks.add(changed(row, cell, "空", "写在填报表以外")));
  }

  private static FormRemark changed(int row, GridCell cell, String expected, String what) {
    return new FormRemark(
        CHANGED,
        row,
        cell.column(),
        cell.text(),
        expected,
        "“%s”%s，没有采用".formatted(cell.text().strip(), what));
  }

  private Optional<GridCell> cell(int row, String name) {
    Integer column = header.columns().get(name);
    return column == null ? Optional.empty() : grid.cell(row, column);
  }

  private String text(int row, String name) {
    return cell(row, name).map(cell -> cell.text().strip()).orElse("");
  }
}
