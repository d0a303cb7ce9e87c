package org.diaodu.revisions;

import org.diaodu.domain.ObservationStatus;

/** How a vintage relates to the one before it. */
public enum VintageChange {
  /** The first vintage of its figure. */
  preliminary,
  /** A figure of a later release. */
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
    if (vintage.obsStatus() == ObservationStatus.M) {
      return withdrawal;
    }
    return vintage.releaseDate().equals(before.releaseDate()) ? correction : revision;
  }
}
