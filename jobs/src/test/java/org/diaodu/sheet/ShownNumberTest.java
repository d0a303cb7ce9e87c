package org.diaodu.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers under number formats: what a spreadsheet shows, and what is read. */
class ShownNumberTest {
  @ParameterizedTest(name = "{1} under {0} is shown as {2}")
  @CsvFileSource(resources = "/shown_numbers.csv", numLinesToSkip = 1)
  void aNumberIsShownAsItsFormatSaysAndReadAsItIsSeen(
      String format, BigDecimal stored, String shown, String outcome, String read) {
    GridCell cell = cell(format, stored);

    assertThat(NumberFormat.of(format).section(stored).show(stored).text().strip())
        .isEqualTo(shown == null ? "" : shown);
    switch (outcome) {
      case "number" -> assertThat(cell.number()).isEqualByComparingTo(read);
      case "words" -> {
        assertThat(cell.text()).isEqualTo(read);
        assertThat(cell.discrepancy()).isNull();
      }
      case "otherwise" ->
          assertThat(cell.discrepancy())
              .satisfies(d -> assertThat(d.ruleId()).isEqualTo("shown_otherwise"))
              .satisfies(d -> assertThat(d.shown()).isEqualTo(shown))
              .satisfies(d -> assertThat(d.message()).contains(stored.toPlainString()));
      default -> assertThat(cell.discrepancy().ruleId()).isEqualTo("hidden_cell");
    }
    assertThat(cell.number() != null).isEqualTo(outcome.equals("number"));
  }

  /**
   * Shown by LibreOffice 7.4.7, in English, saved "as shown"; what it refuses to show is left out.
   */
  @ParameterizedTest(name = "{1} under {0} is shown as {2}")
  @CsvFileSource(resources = "/shown_by_libreoffice.csv", numLinesToSkip = 1)
  void whatIsTakenIsWhatAnotherProgramShows(String format, BigDecimal stored, String shown) {
    GridCell cell = cell(format, stored);

    if (cell.number() != null) {
      BigDecimal digits = new BigDecimal(shown.replaceAll("[^0-9.Ee+-]", ""));
      BigDecimal seen = shown.startsWith("(") ? digits.negate() : digits;
      assertThat(cell.number().subtract(seen).abs().multiply(BigDecimal.valueOf(2)))
          .as("%s is shown as %s: nearer than half of the last digit", cell.number(), shown)
          .isLessThanOrEqualTo(seen.ulp());
    } else if (cell.discrepancy() == null) {
      assertThat(cell.text()).isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.0\"亿元\", 亿元, false",
    "0.0万元, 万元, false",
    "0.0\"%\", '', true",
    "0.0%, '', true",
    "0.0\"个百分点\", 个百分点, false",
    "0.0\"元/人\", 元/人, false",
    "0.0_ , '', false"
  })
  void whatStandsBehindTheDigitsIsTheUnit(String format, String unit, boolean percent) {
    GridCell cell = cell(format, BigDecimal.ONE);

    assertThat(cell.unit()).isEqualTo(unit);
    assertThat(cell.percent()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "'0.00_ ', 2",
    "'#,##0.0;[Red]-#,##0.0', 1",
    "0, 0",
    "General, -1",
    "0.0#, -1",
    "'#,###', -1",
    "0.00E+00, -1",
    "0.0%, 1",
    "0.00\"亿元\", 2"
  })
  void aFormatSaysHowManyDecimalsArePrinted(String format, int decimals) {
    assertThat(cell(format, BigDecimal.ONE).decimals()).isEqualTo(decimals);
  }

  @ParameterizedTest
  @CsvSource({
    "General, 12.5, 12.5",
    "0.0, 甲县, 甲县",
    "@, 12.5, 12.5",
    "@\"亿元\", 12.5, 12.5亿元",
    "0;0;0;\"见注\", 12.5, 见注",
    "0.0;-0.0, 甲县, 甲县"
  })
  void aTextIsShownByTheSectionForText(String format, String stored, String shown) {
    assertThat(styled(format).text(stored).text()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({";;;, 12.5", "0;0;0;, 甲县"})
  void aTextThatItsFormatHidesIsNoFigure(String format, String stored) {
    assertThat(styled(format).text(stored).discrepancy().ruleId()).isEqualTo("hidden_cell");
  }

  private static GridCell cell(String format, BigDecimal stored) {
    return styled(format).number(stored);
  }

  private static StoredCell styled(String format) {
    return new StoredCell(0, 0, NumberFormat.of(format), false, false, 0, SheetLook.ORDINARY);
  }
}
