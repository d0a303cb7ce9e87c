package org.diaodu.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.diaodu.operation.LastNotices.LastNotice;

/**
 * What there is to tell of a run, in one line: people are told when it changes, and not every night
 * that it is still so. A failure that goes on is told again once a week, lest it be forgotten.
 */
public final class NoticeState {
  private static final String QUIET = "published";
  private static final String FAILED = "failed: ";
  private static final Duration REMINDER = Duration.ofDays(7);

  private NoticeState() {}

  /** That of a run. Numbers in the words of a failure, of a process or an instant, say nothing. */
  public static String of(RunRecord record) {
    if (record.status() == RunRecord.Status.failed) {
      String words = record.error().lines().findFirst().orElse("");
      return FAILED + words.replaceAll("\\d+", "#");
    }
    long red = record.lights().getOrDefault("red", 0L);
    return QUIET
        + (red == 0 ? "" : ", red " + red)
        + (record.held().isEmpty() ? "" : ", held " + new TreeSet<>(record.held()));
  }

  /** Whether somebody is to be told of it. */
  public static boolean isDue(String state, Optional<LastNotice> last, Instant now) {
    if (last.isEmpty()) {
      return !state.equals(QUIET);
    }
    boolean isReminder = state.startsWith(FAILED) && !now.isBefore(last.get().at().plus(REMINDER));
    return !state.equals(last.get().state()) || isReminder;
  }
}
