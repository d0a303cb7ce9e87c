package org.diaodu.completeness;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.page.PageTemplate;

/**
 * Who owes what (催报), one sheet for each area, ready to be sent.
 *
 * @param regionZh name of the region
 * @param asOf the day
 * @param areas areas that owe something, in the order of the pack
 */
public record OverdueNotice(String regionZh, LocalDate asOf, List<Area> areas) {

  /**
   * What one area owes.
   *
   * @param nameZh its name
   * @param figures the longest overdue first
   */
  public record Area(String nameZh, List<Figure> figures) {}

  /**
   * A figure that is owed.
   *
   * @param indicatorZh name of the indicator
   * @param period the period in words
   * @param due last day on which it would have been in time
   * @param daysLate days since
   */
  public record Figure(String indicatorZh, String period, LocalDate due, long daysLate) {

    /** The due day as it stands in a letter. */
    public String dueDay() {
      return inWords(due);
    }
  }

  /** The day as it stands in a letter. */
  public String day() {
    return inWords(asOf);
  }

  /** How many figures are owed in all. */
  public int count() {
    return areas.stream().mapToInt(area -> area.figures().size()).sum();
  }

  private static String inWords(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** The page. */
  public String html() {
    return PageTemplate.fill("overdue/overdue.html.peb", "notice", this);
  }
}
