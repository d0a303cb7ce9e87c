package org.diaodu.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Sheet;
import org.diaodu.completeness.OwedFixture;
import org.diaodu.completeness.OwedRow;
import org.diaodu.cube.Observation;
import org.diaodu.domain.Owed;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormField;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKey;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormRow;
import org.diaodu.form.RowCode;
import org.diaodu.ingest.FileTrial;
import org.diaodu.ingest.TriedCell;
import org.diaodu.layout.Templates;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SimulatedRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of the simulated year, given out, filled in by a script, and read again. */
class FormRoundTripTest {
  private static final RegionPack PACK = Packs.xiangxi();
  private static final Templates TEMPLATES = Templates.of(PACK);
  private static final List<Observation> FIGURES = SimulatedRecords.figures(PACK);
  private static final List<ProgressReport> REPORTS = SimulatedRecords.reports(PACK);
  private static final KnownBefore KNOWN = new KnownBefore(List.of(), REPORTS, List.of());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08",
        "2024-09", "2024-10", "2024-11", "2024-12"
      })
  void eachMonthTheFormsAskForWhatIsOwedAndForNothingElse(String month) {
    List<OwedRow> owed = owed(month);
    LocalDate end = YearMonth.parse(month).atEndOfMonth();

    Set<String> expected = new TreeSet<>();
    for (OwedRow row : owed) {
      boolean isOpen = Set.of("due", "missing").contains(row.status().name());
      boolean endsNow = row.timePeriod().lastDay().equals(end);
      if (isOpen && endsNow && row.kind() != Owed.Kind.milestone) {
        row.owing().forEach(unit -> expected.add(unit + " " + id(row)));
      }
    }
    Set<String> asked = new TreeSet<>();
    for (Form form : forms(month)) {
      rows(form).stream()
          .map(row -> row.item().key())
          .filter(key -> key.kind() != Owed.Kind.milestone)
          .forEach(key -> asked.add(form.unit() + " " + id(key)));
    }
    assertThat(asked).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01", "2024-06", "2024-09", "2024-12"})
  void everyRowFindsBackToItsKeyByItsCodeAlone(String month) {
    for (Form form : forms(month)) {
      for (FormRow row : rows(form)) {
        RowCode read = RowCode.parse(row.code().text()).orElseThrow();
        assertThat(read.key()).isEqualTo(row.item().key());
        assertThat(FormItem.of(PACK, read.key())).contains(row.item());
      }
    }
  }

  @Test
  void noFormAsksTwiceForTheSame() {
    for (Form form : forms("2024-06")) {
      assertThat(rows(form)).extracting(row -> row.item().key()).doesNotHaveDuplicates();
    }
  }

  @Test
  void anOpenMilestoneStandsBesideItsTaskAndIsReportedForThePeriodOfTheForm() {
    Set<String> open =
        owed("2024-06").stream()
            .filter(row -> row.kind() == Owed.Kind.milestone && row.receivedOn() == null)
            .map(row -> row.item() + "/" + row.part())
            .collect(Collectors.toSet());
    List<FormKey> asked =
        forms("2024-06").stream()
            .flatMap(form -> rows(form).stream())
            .map(row -> row.item().key())
            .filter(key -> key.kind() == Owed.Kind.milestone)
            .toList();

    assertThat(asked).extracting(key -> key.item() + "/" + key.part()).containsAll(open);
    assertThat(asked).extracting(FormKey::period).containsOnly(TimePeriod.of("2024-06"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02", "2024-06", "2024-12"})
  void whatIsFilledInComesBackToItsKeysAndNothingElseDoes(String month) throws IOException {
    List<Form> forms = forms(month);
    // Every seventh is written as a file: the rows of all of them are held above.
    for (int i = 0; i < forms.size(); i += 7) {
      Form form = forms.get(i);
      try (FilledForm filled = new FilledForm(form)) {
        filled.signed("张三", "李四", YearMonth.parse(month).atEndOfMonth().plusDays(9).toString());
        Map<String, String> expected = new TreeMap<>();
        form.rows().forEach((kind, rows) -> fill(filled.sheet(kind), rows, expected));
        FileTrial trial = trial(filled.saved(folder.resolve("表" + i + ".xlsx")));

        Map<String, String> read = new TreeMap<>();
        for (TriedCell cell : trial.cells()) {
          if (cell.outcome() == TriedCell.Outcome.accepted) {
            read.put(key(cell), value(cell));
          } else {
            assertThat(cell.leftOutBecause()).as(cell.toString()).isEqualTo("form_not_filled");
          }
        }
        assertThat(read).as(form.fileName()).isEqualTo(expected);
        assertThat(trial.faults()).isEmpty();
      }
    }
  }

  /** Fills in every second row, each with a value of its own. */
  private static void fill(Sheet sheet, List<FormRow> rows, Map<String, String> expected) {
    int number = 0;
    for (FormRow row : rows) {
      number++;
      var line = sheet.getRow(FilledForm.FIRST - 1 + number);
      if (number % 2 == 0) {
        continue;
      }
      FormKey key = row.item().key();
      String place = "%s/%s/%s".formatted(key.item(), key.refArea(), key.period());
      if (row.item().kind() == FormKind.figure) {
        for (FormField field : List.of(FormField.level, FormField.growth)) {
          if (row.item().open().contains(field)) {
            String value = (field == FormField.level ? "" : "1") + number + ".5";
            FilledForm.cell(line, field).setCellValue(Double.parseDouble(value));
            expected.put(place + (field == FormField.level ? "/LEVEL" : "/YOY"), value);
          }
        }
      } else if (row.item().kind() != FormKind.problem) {
        FilledForm.cell(line, FormField.status).setCellValue("按序时");
        if (row.item().kind() == FormKind.target) {
          FilledForm.cell(line, FormField.percent).setCellValue(number % 100);
        }
        expected.put(
            place + "/" + key.part(),
            "on_schedule "
                + (row.item().kind() == FormKind.target ? number % 100 : null)
                + " "
                + key.unit());
      }
    }
  }

  private static String key(TriedCell cell) {
    Map<String, String> fields = cell.fields();
    return fields.containsKey("item")
        ? "%s/%s/%s/%s"
            .formatted(
                fields.get("item"),
                fields.get("ref_area"),
                fields.get("time_period"),
                fields.get("milestone"))
        : "%s/%s/%s/%s"
            .formatted(
                fields.get("indicator"),
                fields.get("ref_area"),
                fields.get("time_period"),
                fields.get("measure"));
  }

  private static String value(TriedCell cell) {
    Map<String, String> fields = cell.fields();
    return fields.containsKey("item")
        ? fields.get("status") + " " + fields.get("percent") + " " + fields.get("reporter")
        : fields.get("obs_value");
  }

  private FileTrial trial(Path file) {
    return FileTrial.of(file, folder, PACK, TEMPLATES, LocalDate.of(2025, 12, 31));
  }

  private static List<FormRow> rows(Form form) {
    List<FormRow> rows = new ArrayList<>();
    form.rows().values().forEach(rows::addAll);
    return rows;
  }

  private static List<Form> forms(String month) {
    return OwedForms.of(PACK, owed(month), TimePeriod.of(month), KNOWN);
  }

  private static List<OwedRow> owed(String month) {
    String day = YearMonth.parse(month).atEndOfMonth().toString();
    return OwedFixture.rows(PACK, FIGURES, REPORTS, day);
  }

  private static String id(OwedRow row) {
    return List.of(
            row.kind().name(),
            row.item(),
            row.refArea(),
            row.timePeriod().toString(),
            Objects.requireNonNullElse(row.part(), ""))
        .stream()
        .collect(Collectors.joining("/"));
  }

  private static String id(FormKey key) {
    return String.join(
        "/", key.kind().name(), key.item(), key.refArea(), key.period().toString(), key.part());
  }
}
