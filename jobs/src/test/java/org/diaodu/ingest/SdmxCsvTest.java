package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.region.PackFault;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SDMX-CSV 1.0 and 2.0 of an invented agency, read by the pack's mapping. */
class SdmxCsvTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 7, 25);
  private static final TidyCsvLine READER = new TidyCsvLine(Packs.threelands(), TODAY);
  private static final String V2 =
      "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,GEO,SUBJECT,TRANSFORMATION,ADJUSTMENT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,RELEASED";

  @Test
  void versionOneNamesItsDataflowInTheFirstColumn() {
    Cell cell =
        read("DATAFLOW,FREQ,GEO,TIME_PERIOD,OBS_VALUE", "TL:GDP(1.2),Q,T01,2024-Q2,1234500");

    assertThat(cell.figure().indicator()).isEqualTo("gdp");
    assertThat(cell.figure().timePeriod()).isEqualTo("2024-Q2");
    assertThat(cell.figure().value()).as("万元 as 亿元").isEqualByComparingTo("123.45");
    assertThat(cell.figure().releaseDate()).as("without a column: received").isEqualTo(TODAY);
    assertThat(cell.sourceCell()).isEqualTo("2:5");
  }

  @Test
  void versionTwoMapsCodesAndKeepsTheVintage() {
    Cell cell = read(V2, "dataflow,TL:MAIN(1.0),I,M,TL1,RETAIL,GY,N,2024-06,5.2,P,2024-07-18");

    assertThat(cell.figure().refArea()).isEqualTo("T01");
    assertThat(cell.figure().indicator()).isEqualTo("retail_sales");
    assertThat(cell.figure().measure()).isEqualTo("YOY");
    assertThat(cell.figure().status()).isEqualTo("P");
    assertThat(cell.figure().releaseDate()).isEqualTo(LocalDate.of(2024, 7, 18));
  }

  @Test
  void labelsBesideCodesAreLeftAside() {
    String header = V2.replace("GEO,", "GEO:Area,").replace("SUBJECT", "SUBJECT:Subject");
    Cell cell =
        read(
            header,
            "dataflow,TL:MAIN(1.0): Main,I: Information,M: Monthly,TL1: Jia,RETAIL: Retail,N:"
                + " None,N: None,2024-06,55.2,A: Normal,2024-07-18");

    assertThat(cell.figure().value()).isEqualByComparingTo("55.2");
    assertThat(cell.figure().refArea()).isEqualTo("T01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "A", "M", "R", "Information", "append", "Replace", ""})
  void whatSaysTheFigureNowBecomesAVintage(String action) {
    assertThat(
            read(
                    V2,
                    "dataflow,TL:MAIN(1.0),"
                        + action
                        + ",M,TL1,RETAIL,N,N,2024-06,55.2,,2024-07-18")
                .figure()
                .value())
        .isEqualByComparingTo("55.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"D", "Delete"})
  void deletingAFigureWithdrawsIt(String action) {
    Cell cell =
        read(V2, "dataflow,TL:MAIN(1.0)," + action + ",M,TL1,RETAIL,N,N,2024-06,55.2,A,2024-07-18");

    assertThat(cell.figure().value()).isNull();
    assertThat(cell.figure().status()).isEqualTo("M");
  }

  @Test
  void deletingAWholeSliceIsRefused() {
    assertThat(rules(read(V2, "dataflow,TL:MAIN(1.0),D,M,,RETAIL,N,N,2024-06,,,2024-07-18")))
        .containsExactly("bulk_delete");
  }

  @Test
  void anotherSliceOfTheDataflowIsLeftOut() {
    assertThat(
            read(V2, "dataflow,TL:MAIN(1.0),I,M,TL1,RETAIL,N,SA,2024-06,55.2,,2024-07-18")
                .ignoredBecause())
        .isEqualTo("other_slice");
  }

  @Test
  void aColumnThatIsNotMappedMayChangeTheMeaningAndIsRefused() {
    assertThat(
            rules(
                read(
                    V2 + ",PRICES",
                    "dataflow,TL:MAIN(1.0),I,M,TL1,RETAIL,N,N,2024-06,55.2,,2024-07-18,constant")))
        .containsExactly("unmapped_column");
  }

  @Test
  void anUnknownStructureOrActionIsRefused() {
    assertThat(
            rules(read(V2, "dataflow,TL:OTHER(1.0),I,M,TL1,RETAIL,N,N,2024-06,55.2,,2024-07-18")))
        .containsExactly("unknown_structure");
    assertThat(rules(read(V2, "dataflow,TL:MAIN(1.0),X,M,TL1,RETAIL,N,N,2024-06,55.2,,2024-07-18")))
        .containsExactly("unknown_action");
  }

  @ParameterizedTest(name = "{0} with status \"{1}\" is {2}")
  @CsvSource({
    "NaN, '', O",
    "nan, A, O",
    "NaN, P, O",
    "NaN, O, O",
    "NaN, L, L",
    "'', L, L",
    "'', Q, Q",
    "'', M, M"
  })
  void whatSaysThatThereIsNoFigureWithdrawsIt(String value, String status, String stored) {
    Cell cell =
        read(
            V2,
            "dataflow,TL:MAIN(1.0),I,M,TL1,RETAIL,N,N,2024-06,%s,%s,2024-07-18"
                .formatted(value, status));

    assertThat(cell.figure().value()).isNull();
    assertThat(cell.figure().status()).isEqualTo(stored);
  }

  @Test
  void nothingInPlaceOfAllThatWasIsNoFigure() {
    Cell cell = read(V2, "dataflow,TL:MAIN(1.0),R,M,TL1,RETAIL,N,N,2024-06,,,2024-07-18");

    assertThat(cell.figure().status()).isEqualTo("O");
  }

  @Test
  void aRowOfInformationWithoutAValueSaysNothingOfIt() {
    Cell cell = read(V2, "dataflow,TL:MAIN(1.0),I,M,TL1,RETAIL,N,N,2024-06,,,2024-07-18");

    assertThat(cell.ignoredBecause()).isEqualTo("empty_value");
    assertThat(cell.subject().refArea()).isEqualTo("T01");
  }

  @Test
  void theMappingOfThePackIsSound() {
    List<PackFault> faults = new ArrayList<>();

    assertThat(SdmxMappings.examine(Packs.threelands(), faults)).isEqualTo(2);
    assertThat(faults).isEmpty();
  }

  @Test
  void aColumnThatStandsTwiceIsAFaultOfTheHeader() {
    List<Fault> faults = new ArrayList<>();

    TidyCsvHeader header =
        TidyCsvHeader.read("DATAFLOW,GEO,TIME_PERIOD,TIME_PERIOD,OBS_VALUE", 1, faults);

    assertThat(header).isNull();
    assertThat(faults).extracting(Fault::ruleId).containsExactly("duplicate_column");
  }

  private static Cell read(String header, String line) {
    List<Fault> faults = new ArrayList<>();
    TidyCsvHeader read = TidyCsvHeader.read(header, 1, faults);
    assertThat(faults).as("faults of the header").isEmpty();
    return READER.read(line.getBytes(StandardCharsets.UTF_8), 2, read);
  }

  private static List<String> rules(Cell cell) {
    return cell.faults().stream().map(Fault::ruleId).toList();
  }
}
