package org.diaodu.contract;

import java.util.Arrays;
import java.util.List;

/**
 * What is counted more than once by who adds up the rows of a table as they lie, and what to choose
 * first. It follows from the table's key, so that a new table has its warning by itself.
 */
public enum CountedTwice {
  /** A figure has a row for each release. */
  vintages(
      List.of("release_date", "recorded_at"),
      "A figure has a row for each release: keep the one with the latest release_date, then recorded_at.",
      "同一个数每次发布各有一行：先只留release_date最晚、其中recorded_at最晚的一行。"),
  /** A line of the pack has a row for each version of it. */
  pack_versions(
      List.of("pack_id"),
      "A line of the region pack has a row for each version: keep those of one pack_id, the newest.",
      "地区包每改一次各有一行：先只留一个pack_id（最新的）的行，再与别的表连接。"),
  /** Totals stand beside their parts. */
  totals_and_parts(
      List.of("ref_area"),
      "Totals stand beside their parts, and areas that overlap others: choose areas by parent and in_total of reference.areas.",
      "合计与各地并列，还有与别的地区重叠的地区：先按reference.areas的parent、in_total选定地区。"),
  /** Cumulative figures stand beside those of single periods. */
  overlapping_periods(
      List.of("freq"),
      "Months, quarters and years stand beside each other: choose one freq, and of cumulative figures (YTD) one period.",
      "月、季、年并列：先选定一个freq；累计数（accumulation为YTD）只取一个时期，不要各月相加。");

  private final List<String> keys;
  private final Bilingual remedy;

  CountedTwice(List<String> keys, String en, String zh) {
    this.keys = keys;
    this.remedy = new Bilingual(en, zh);
  }

  /** All that holds of a table. */
  public static List<CountedTwice> of(TableContract contract) {
    return Arrays.stream(values())
        .filter(twice -> twice.keys.stream().anyMatch(contract.key()::contains))
        .filter(twice -> twice != totals_and_parts || !contract.key().contains("pack_id"))
        .toList();
  }

  /** What to do before rows are added up. */
  public Bilingual remedy() {
    return remedy;
  }
}
