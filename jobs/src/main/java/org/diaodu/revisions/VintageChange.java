package org.diaodu.revisions;

import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.ObservationStatus;

/** How a vintage relates to the one before it. */
public enum VintageChange {
  /** The first vintage of its figure. */
  preliminary,
  /** The figure of the release before, which still held on the day of a later one. */
  repeated,
  /** Another figure of a later release. */
  revision,
  /** Another figure of the same release. */
  correction,
  /** The figure was taken back, and has no value since. */
  withdrawal;

  /**
   * Of a vintage.
   *
   * @param before the one before it; null for the first
   */
  static VintageChange of(Release vintage, Release before) {
    if (before == null) {
      return preliminary;
    }
    if (vintage.obsStatus() == ObservationStatus.Q && isSame(vintage, before)) {
      return repeated;
    }
    if (vintage.obsStatus().isMissing()) {
      return withdrawal;
    }
    if (isSame(vintage, before)) {
      return repeated;
    }
    return vintage.releaseDate().equals(before.releaseDate()) ? correction : revision;
  }

  private static boolean isSame(Release one, Release other) {
    return one.obsStatus() == other.obsStatus()
        && ExactDecimal.same(one.obsValue(), other.obsValue());
  }
}
