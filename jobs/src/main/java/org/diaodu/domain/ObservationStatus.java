package org.diaodu.domain;

import java.util.Arrays;

/** Status of an observation: the codes of SDMX {@code CL_OBS_STATUS}. */
public enum ObservationStatus {
  /** Normal. */
  A,
  /** Break in the series: not comparable with what came before. */
  B,
  /** Definition differs. */
  D,
  /** Estimated. */
  E,
  /** Forecast. */
  F,
  /** Experimental. */
  G,
  /** Missing: a holiday or a weekend. */
  H(true),
  /** Imputed. */
  I,
  /** Missing: the sender need not transmit it (derogation). */
  J(true),
  /** Missing: included in another category. */
  K(true),
  /** Missing: it exists and was not collected. */
  L(true),
  /** Missing: a withdrawn figure, or one that cannot exist. */
  M(true),
  /** Not significant. */
  N,
  /** Missing, without a word why. */
  O(true),
  /** Provisional. */
  P,
  /** Missing: suppressed, not for the public. */
  Q(true),
  /** Strike or another special event. */
  S,
  /** Low reliability. */
  U,
  /** Not validated. */
  V,
  /** Includes data of another category. */
  W;

  private final boolean missing;

  ObservationStatus() {
    this(false);
  }

  ObservationStatus(boolean missing) {
    this.missing = missing;
  }

  /** Whether a code, in capitals or not, says that there is no figure. */
  public static boolean saysMissing(String code) {
    return Arrays.stream(values()).anyMatch(of -> of.missing && of.name().equalsIgnoreCase(code));
  }

  /** Whether it says that there is no figure; an older one of the same key is then withdrawn. */
  public boolean isMissing() {
    return missing;
  }
}
