package org.diaodu.collecting;

import java.util.List;
import org.diaodu.document.PeriodText;
import org.diaodu.domain.TimePeriod;
import org.diaodu.form.Form;
import org.diaodu.form.FormKind;
import org.diaodu.page.PageTemplate;

/**
 * Who gets which form.
 *
 * @param period in words
 * @param region its name
 * @param forms each with what it asks for
 */
public record FormIndex(String period, String region, List<Line> forms) {
  /**
   * A form.
   *
   * @param unit name of who gets it
   * @param file name of the file
   * @param figures how many figures it asks for
   * @param targets how many reports on targets
   * @param tasks how many reports on tasks and milestones
   * @param problems how many reports on problems
   */
  public record Line(String unit, String file, int figures, int targets, int tasks, int problems) {}

  /** The index of forms of a period. */
  static FormIndex of(String region, TimePeriod period, List<Form> forms) {
    return new FormIndex(
        PeriodText.of(period),
        region,
        forms.stream()
            .map(
                form ->
                    new Line(
                        form.unitName(),
                        form.fileName(),
                        form.count(FormKind.figure),
                        form.count(FormKind.target),
                        form.count(FormKind.task),
                        form.count(FormKind.problem)))
            .toList());
  }

  /** The page; the same forms give the same bytes. */
  String html() {
    return PageTemplate.fill("forms/index.html.peb", "index", this);
  }
}
