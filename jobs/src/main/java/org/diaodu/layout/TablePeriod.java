package org.diaodu.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The period that stands over a table.
 *
 * @param phrase the period, whole or in part; {@link PeriodPhrase#NONE} where none is stated
 * @param contradiction two statements of its title that cannot both be true; empty where all agree
 * @param others dates that are not its period, and what they are
 * @param partsNamed whether headers name months or quarters, so that 累计 under a year alone may end
 *     in any of them
 */
record TablePeriod(
    PeriodPhrase phrase, List<String> contradiction, List<Evidence> others, boolean partsNamed) {

  /**
   * All statements of a title put together: a year in one line and a month in another are the month
   * of that year. What the title leaves open is taken from the name of the sheet.
   *
   * @param title the lines of the title, from the top
   * @param sheet the name of the sheet, in its normal form
   * @param partsNamed whether headers name months or quarters
   */
  static TablePeriod of(List<TextEvidence> title, String sheet, boolean partsNamed) {
    List<Evidence> others = new ArrayList<>();
    PeriodPhrase period = PeriodPhrase.NONE;
    List<String> contradiction = List.of();
    for (TextEvidence line : title) {
      others.addAll(line.others());
      for (PeriodPhrase found : PeriodFinder.findAll(line.rest())) {
        Optional<PeriodPhrase> joined = period.joined(found);
        if (joined.isEmpty() && contradiction.isEmpty()) {
          contradiction = List.of(period.found(), found.found());
        }
        period = joined.orElse(period);
      }
    }
    TextEvidence ofSheet = TextEvidence.of(sheet);
    others.addAll(ofSheet.others());
    // The title outranks the sheet, whose name is often left over from the month before.
    return new TablePeriod(
        period.completedByRank(PeriodFinder.find(ofSheet.rest())),
        contradiction,
        List.copyOf(others),
        partsNamed);
  }

  /** The period that the title compares with: 比2019年增长; NONE where there is none. */
  PeriodPhrase comparedWith() {
    return others.stream()
        .filter(e -> e.kind() == EvidenceKind.COMPARISON)
        .map(e -> BasePeriod.in(e.text()))
        .findFirst()
        .orElse(PeriodPhrase.NONE);
  }
}
