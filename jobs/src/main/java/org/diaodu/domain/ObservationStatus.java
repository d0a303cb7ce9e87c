package org.diaodu.domain;

/** Status of an observation (the codes of SDMX {@code CL_OBS_STATUS} that are accepted). */
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
  /** Imputed. */
  I,
  /** Missing: a withdrawn figure, or one that does not exist. */
  M,
  /** Provisional. */
  P,
  /** Low reliability. */
  U
}
