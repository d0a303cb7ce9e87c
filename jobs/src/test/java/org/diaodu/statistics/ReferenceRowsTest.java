package org.diaodu.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.PlanYears;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceRowsTest {
  private static final String ACTIONS =
      "annex,name_zh,convenor,chief_convenor,deputies,members,office\n";

  @TempDir private Path folder;

  @Test
  void actionsOfSeveralPlansAreToldApartByTheYear() throws IOException {
    PackCopy pack = PlanYears.of2024And2025(folder);
    Files.writeString(
        pack.folder().resolve("plans/2024/actions.csv"), ACTIONS + "1,试验行动,,,,,t_office\n");
    Files.writeString(
        pack.folder().resolve("plans/2025/actions.csv"),
        ACTIONS + "1,新行动,副州长,州长,,t_office,t_office\n");

    int year = ContractReader.read(Table.ACTIONS).columnNames().indexOf("plan_year");
    int name = ContractReader.read(Table.ACTIONS).columnNames().indexOf("name_zh");
    int chief = ContractReader.read(Table.ACTIONS).columnNames().indexOf("chief_convenor");

    assertThat(new ReferenceRows(pack.read()).of(Table.ACTIONS))
        .extracting(row -> "%s %s %s".formatted(row.get(year), row.get(name), row.get(chief)))
        .containsExactly("2024 试验行动 null", "2025 新行动 州长");
  }
}
