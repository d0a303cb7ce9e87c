package org.diaodu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ContractTest {
  @Test
  void everyFileUnderSchemasIsATableOrAViewAndEachHasItsFile() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("schemas"))) {
      List<String> found =
          files
              .filter(f -> f.toString().endsWith(".yaml"))
              .map(f -> Path.of("schemas").relativize(f).toString().replace(".yaml", ""))
              .toList();
      assertThat(found)
          .containsExactlyInAnyOrder(
              Stream.concat(
                      Arrays.stream(Table.values()).map(Table::path),
                      Arrays.stream(View.values()).map(view -> "views/" + view.shortName()))
                  .toArray(String[]::new));
    }
  }

  @Test
  void everyContractCanBeRead() {
    for (Table table : Table.values()) {
      TableContract contract = ContractReader.read(table);
      assertThat(contract.columns()).as(table.fullName()).isNotEmpty();
      assertThat(contract.key()).as(table.fullName()).isNotEmpty();
    }
  }

  @Test
  void theDataDictionaryIsCurrent() throws IOException {
    assertThat(Files.readString(Path.of("docs/data-dictionary.md")))
        .as("make it anew: bin/diaodu dictionary > docs/data-dictionary.md")
        .isEqualTo(DataDictionary.markdown());
  }

  @Test
  void aDifferenceIsSaidColumnByColumn() {
    TableContract contract = ContractReader.read(Table.UNITS);
    StructType found =
        new StructType()
            .add("unit", DataTypes.LongType)
            .add("name_zh", DataTypes.StringType)
            .add("role", DataTypes.StringType)
            .add("colour", DataTypes.StringType);

    assertThat(SchemaDifference.between(contract, found))
        .containsExactly(
            "column unit is BIGINT, expected STRING",
            "column pack_id is missing, expected STRING",
            "column colour is not in the contract");
  }
}
