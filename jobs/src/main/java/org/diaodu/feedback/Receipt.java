package org.diaodu.feedback;

import java.util.List;

/**
 * What became of a form, for its sender.
 *
 * @param summary in one sentence; empty for a file that is no form
 * @param signedBy who filled it in and who checked it
 * @param lines what was taken, what was not, and what is still owed
 */
public record Receipt(String summary, String signedBy, List<Line> lines) {
  /** Of a file that is no form. */
  public static final Receipt NONE = new Receipt("", "", List.of());

  /**
   * A row of the form.
   *
   * @param place sheet!address
   * @param verdict 收下, 退回, 暂扣, 重复 or 仍欠
   * @param subject what is asked for
   * @param value what was filled in; empty where nothing was
   * @param until last day on which it is in time; empty where that does not matter any more
   */
  public record Line(String place, String verdict, String subject, String value, String until) {

    /** Subject and day in one text. */
    public String words() {
      return until.isEmpty() ? subject : "%s，期限%s".formatted(subject, until);
    }
  }

  /** Whether the file is a form. */
  public boolean isThere() {
    return !summary.isEmpty();
  }
}
