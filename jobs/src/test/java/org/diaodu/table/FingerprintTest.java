package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

/** The content of rows in memory is that of a dataset of them. */
class FingerprintTest {
  private static final DataType SOURCES =
      ContractReader.read(Table.DISPATCH_FIGURES).struct().apply("sources").dataType();

  private static final StructType SCHEMA =
      new StructType()
          .add("name", DataTypes.StringType)
          .add("number", DataTypes.IntegerType)
          .add("size", DataTypes.LongType)
          .add("is_open", DataTypes.BooleanType)
          .add("day", DataTypes.DateType)
          .add("recorded_at", DataTypes.TimestampType)
          .add("figure", DataTypes.createDecimalType(18, 6))
          .add("areas", DataTypes.createArrayType(DataTypes.StringType))
          .add("sources", SOURCES);

  private static final Row FULL =
      RowFactory.create(
          "吉",
          1,
          5_000_000_000L,
          true,
          LocalDate.of(2024, 2, 29),
          Instant.parse("2024-02-29T23:59:59.123456Z"),
          new BigDecimal("123456789012.345678"),
          new String[] {"a", null, ""},
          new Row[] {source("a"), source(null)});

  private static final Row NEGATIVE =
      RowFactory.create(
          "",
          -1,
          -1L,
          false,
          LocalDate.of(1949, 10, 1),
          Instant.parse("1949-10-01T00:00:00Z"),
          new BigDecimal("-0.000001"),
          new String[0],
          new Row[0]);

  private static final Row EMPTY =
      RowFactory.create("b", null, null, null, null, null, null, null, null);

  private static final Set<String> ALL = Set.of();
  private static final List<String> NAME = List.of("name");

  @Test
  void everyTypeOfAContractIsAmongTheseColumns() {
    Set<String> ofContracts =
        Arrays.stream(Table.values())
            .flatMap(table -> types(ContractReader.read(table).struct()))
            .filter(type -> !(type instanceof MapType))
            .map(DataType::catalogString)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(types(SCHEMA).map(DataType::catalogString)).containsAll(ofContracts);
  }

  @Test
  void rowsInMemoryHaveTheContentOfADatasetOfThem() {
    List<Row> rows = List.of(FULL, NEGATIVE, EMPTY);

    Fingerprint here = Fingerprint.of(rows, SCHEMA, ALL, NAME);

    assertThat(here).isEqualTo(Fingerprint.of(dataset(rows), ALL, NAME));
    assertThat(here.text()).isEqualTo(Fingerprint.ofContent(dataset(rows), ALL).text());
    assertThat(here.rows()).isEqualTo(3);
  }

  @Test
  void rowsThatWereReadHaveTheSameContentAsThoseThatWereMade() {
    List<Row> made = List.of(FULL, NEGATIVE, EMPTY);

    List<Row> read = dataset(made).collectAsList();

    assertThat(Fingerprint.of(read, SCHEMA, ALL, NAME))
        .isEqualTo(Fingerprint.of(made, SCHEMA, ALL, NAME));
  }

  @Test
  void theOrderOfRowsDoesNotCount() {
    assertThat(Fingerprint.of(List.of(EMPTY, FULL, NEGATIVE), SCHEMA, ALL, NAME))
        .isEqualTo(Fingerprint.of(List.of(NEGATIVE, EMPTY, FULL), SCHEMA, ALL, NAME));
  }

  @Test
  void noRowsAreAContentToo() {
    assertThat(Fingerprint.of(List.of(), SCHEMA, ALL, NAME))
        .isEqualTo(new Fingerprint(0, "0:0:0:0:0", false))
        .isEqualTo(Fingerprint.of(dataset(List.of()), ALL, NAME));
  }

  @Test
  void aDecimalCountsAsItIsStored() {
    StructType schema = new StructType().add("figure", DataTypes.createDecimalType(18, 6));

    assertThat(
            Stream.of("1.5", "1.500000", "1.50000000", "1.4999999999", "15E-1")
                .map(figure -> List.of(RowFactory.create(new BigDecimal(figure))))
                .map(rows -> Fingerprint.of(rows, schema, ALL, List.of("figure")).text())
                .distinct())
        .as("rounded to six decimals all are the same figure")
        .hasSize(1);
  }

  @Test
  void columnsThatAreLeftOutDoNotCount() {
    Set<String> without = Set.of("figure", "size");
    List<Row> rows = List.of(FULL);

    assertThat(Fingerprint.of(rows, SCHEMA, without, NAME))
        .isEqualTo(Fingerprint.of(dataset(rows), without, NAME))
        .isNotEqualTo(Fingerprint.of(rows, SCHEMA, ALL, NAME));
  }

  @Test
  void aKeyThatRepeatsIsSeenAsInADataset() {
    StructType schema =
        new StructType()
            .add("area", DataTypes.StringType)
            .add("vintage", DataTypes.IntegerType)
            .add("figure", DataTypes.createDecimalType(18, 6));
    List<Row> rows =
        List.of(
            RowFactory.create("a", 1, new BigDecimal("1.000000")),
            RowFactory.create("a", 2, new BigDecimal("1.000000")),
            RowFactory.create("b", 1, new BigDecimal("2.000000")));
    for (List<String> key : List.of(List.of("area"), List.of("area", "vintage"))) {
      assertThat(Fingerprint.of(rows, schema, ALL, key))
          .as("%s", key)
          .isEqualTo(Fingerprint.of(SharedSpark.session().createDataFrame(rows, schema), ALL, key));
    }
    assertThat(Fingerprint.of(rows, schema, ALL, List.of("area")).keyRepeats()).isTrue();
    assertThat(Fingerprint.of(rows, schema, ALL, List.of("area", "vintage")).keyRepeats())
        .isFalse();
  }

  @Test
  void aMapIsRefusedSinceItsEntriesHaveNoOrder() {
    StructType schema =
        new StructType()
            .add("counts", DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType));

    assertThatThrownBy(() -> Fingerprint.of(List.of(), schema, ALL, List.of("counts")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("map<string,bigint>");
  }

  private static Dataset<Row> dataset(List<Row> rows) {
    return SharedSpark.session().createDataFrame(rows, SCHEMA).repartition(2);
  }

  private static Row source(String file) {
    Object[] fields = new Object[10];
    fields[0] = "level";
    fields[1] = file;
    return RowFactory.create(fields);
  }

  private static Stream<DataType> types(StructType schema) {
    return Arrays.stream(schema.fields()).map(StructField::dataType);
  }
}
