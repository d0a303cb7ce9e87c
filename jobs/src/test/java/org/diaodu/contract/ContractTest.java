package org.diaodu.contract;

import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.page.DictionaryPage;
import org.diaodu.testing.SharedSpark;
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
  void everyTableViewAndColumnSaysInBothLanguagesWhatItIs() {
    for (Table table : Table.values()) {
      TableContract contract = ContractReader.read(table);
      requireBothLanguages(table.fullName() + ", grain", contract.grain());
      requireBothLanguages(table.fullName(), contract.description());
      requireBothLanguages(table.fullName() + ", embargo", contract.embargo().sentence());
      contract
          .columns()
          .forEach(c -> requireBothLanguages(table.fullName() + "." + c.name(), c.description()));
    }
    for (View view : View.values()) {
      ViewReader.read(view)
          .columns()
          .forEach(c -> requireBothLanguages(view.fullName() + "." + c.name(), c.description()));
    }
  }

  private static void requireBothLanguages(String where, Bilingual text) {
    assertThat(text.en()).as("English of %s", where).endsWith(".").hasSizeGreaterThan(4);
    assertThat(text.zh())
        .as("Chinese of %s", where)
        .endsWith("。")
        .containsPattern("\\p{IsHan}")
        .doesNotContainPattern("[\\p{IsHan}][,;!?]|[,;!?][\\p{IsHan}]");
  }

  @Test
  void aTableThatDoesNotSayWhatIsPublicIsRefused() {
    Map<String, Object> contract = contractOf(Table.GROWTH);
    contract.remove("embargo");

    assertRefused(contract, "statistics/growth.yaml", "embargo is missing", "expected public");
  }

  @Test
  void anEmbargoThatCannotBeReadIsRefusedWithWhatMayStandThere() {
    assertRefused(
        growthWith(Map.of("rows", List.of(Map.of("secret", "time_period")))),
        "a condition of embargo is '{secret=time_period}'",
        "expected one of public, public_up_to");
    assertRefused(
        growthWith(
            Map.of(
                "columns",
                List.of(
                    Map.of("names", List.of("lvel"), "unless", List.of(Map.of("public", "x")))))),
        "names of embargo is 'lvel'",
        "expected one of its columns");
    assertRefused(growthWith(Map.of()), "expected rows or columns");
  }

  @Test
  void aViewSaysThatItIsAsItsTablesAre() {
    assertThatThrownBy(() -> EmbargoReader.view("views/pace.yaml", null))
        .isInstanceOf(InvalidContractException.class)
        .hasMessageContainingAll("views/pace.yaml", "embargo is missing", "{as: what it reads}");
    for (View view : View.values()) {
      assertThat(ViewReader.read(view).embargo().kind()).isEqualTo(EmbargoRule.Kind.as_read);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> contractOf(Table table) {
    return new LinkedHashMap<>(
        (Map<String, Object>) ContractReader.yaml("schemas/" + table.path() + ".yaml"));
  }

  private static Map<String, Object> growthWith(Map<String, Object> rule) {
    Map<String, Object> embargo = new LinkedHashMap<>(rule);
    embargo.put("withheld", "Some.");
    embargo.put("withheld_zh", "一些。");
    Map<String, Object> contract = contractOf(Table.GROWTH);
    contract.put("embargo", embargo);
    return contract;
  }

  private static void assertRefused(Map<String, Object> contract, String... because) {
    assertThatThrownBy(
            () -> ContractReader.of(Table.GROWTH, "schemas/statistics/growth.yaml", contract))
        .isInstanceOf(InvalidContractException.class)
        .hasMessageContainingAll(because);
  }

  @Test
  void pagesAndCodeListsThatAContractNamesAreThere() {
    for (Table table : Table.values()) {
      TableContract contract = ContractReader.read(table);
      assertThat(Path.of("docs").resolve(contract.method()))
          .as("method page of %s", table.fullName())
          .exists();
      assertThat(contract.columns().stream().map(TableContract.Column::codes))
          .as("code lists of %s", table.fullName())
          .allMatch(list -> list.isEmpty() || CodeNames.lists().contains(list));
      assertThat(contract.columns())
          .as("columns of %s that explain a null have a code list", table.fullName())
          .filteredOn(column -> column.name().endsWith("_because"))
          .filteredOn(column -> !column.name().matches("closed_because|ignored_because"))
          .allMatch(column -> column.codes().equals("reason"));
    }
  }

  @Test
  void everyTableHasARowToLookAtThatFitsItsTypesAndIsSimulated() throws Exception {
    ObjectMapper json = new ObjectMapper();
    JsonNode examples = json.readTree(Path.of("schemas/examples.json").toFile());
    for (Table table : Table.values()) {
      TableContract contract = ContractReader.read(table);
      JsonNode row = examples.get(table.fullName());
      assertThat(row.fieldNames())
          .as("columns of the row of %s", table.fullName())
          .toIterable()
          .containsExactlyElementsOf(contract.columnNames());
      Row parsed =
          SharedSpark.session()
              .range(1)
              .select(from_json(lit(row.toString()), contract.struct(), Map.of("mode", "FAILFAST")))
              .first()
              .getStruct(0);
      for (TableContract.Column column : contract.columns()) {
        assertThat(parsed.isNullAt(parsed.fieldIndex(column.name())))
            .as("%s.%s is null", table.fullName(), column.name())
            .isEqualTo(row.get(column.name()).isNull());
        assertThat(column.nullable() || !row.get(column.name()).isNull())
            .as("%s.%s may be null", table.fullName(), column.name())
            .isTrue();
      }
      if (row.has("provenance")) {
        assertThat(row.get("provenance").asText()).as(table.fullName()).isEqualTo("simulated");
      }
    }
  }

  @Test
  void theDataDictionaryIsCurrent() throws IOException {
    assertThat(Files.readString(Path.of("docs/data-dictionary.md")))
        .as("make it anew: bin/diaodu dictionary > docs/data-dictionary.md")
        .isEqualTo(DataDictionary.markdown());
    assertThat(Files.readString(Path.of("docs/data-dictionary.html")))
        .as("make it anew: bin/diaodu dictionary --format html > docs/data-dictionary.html")
        .isEqualTo(DictionaryPage.html());
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
