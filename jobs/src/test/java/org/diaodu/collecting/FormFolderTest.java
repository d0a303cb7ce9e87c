package org.diaodu.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKey;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormRow;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of forms when it is written once more. */
class FormFolderTest {
  private static final RegionPack PACK = Packs.threelands();
  private static final TimePeriod JULY = TimePeriod.of("2024-07");

  @TempDir private Path out;

  @Test
  void theFormOfWhoOwesNothingAnyMoreGoes() throws IOException {
    Path folder = write("T01", "T02");
    assertThat(names(folder)).hasSize(2);
    write("T02");
    assertThat(names(folder)).containsExactly(form("T02").fileName());
  }

  @Test
  void whatSomebodySavedBesideTheFormsStays() throws IOException {
    Path folder = write("T01");
    List<String> saved = List.of("2024-07-T01-甲县 填好.xlsx", "甲县7月.xlsx");
    for (String name : saved) {
      Files.writeString(folder.resolve(name), "filled in");
    }
    write("T02");
    assertThat(names(folder)).containsAll(saved).contains(form("T02").fileName()).hasSize(3);
  }

  private Path write(String... areas) throws IOException {
    return FormFolder.write(
        PACK, JULY, List.of(areas).stream().map(FormFolderTest::form).toList(), out);
  }

  private static Form form(String area) {
    FormKey key = new FormKey(Owed.Kind.figure, "retail_sales", "", area, JULY, area);
    FormRow row =
        new FormRow(FormItem.of(PACK, key).orElseThrow(), List.of("2024-08-20", "", "", ""));
    return new Form(area, PACK.answererName(area), JULY, Map.of(FormKind.figure, List.of(row)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xlsx"))
          .toList();
    }
  }
}
