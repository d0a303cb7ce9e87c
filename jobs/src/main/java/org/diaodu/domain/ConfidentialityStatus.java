package org.diaodu.domain;

/**
 * Who may see an observation: the codes of SDMX {@code CL_CONF_STATUS}. Every code but {@link #F}
 * keeps the figure from the public.
 */
public enum ConfidentialityStatus {
  /** Too few respondents. */
  A,
  /** Confidential. */
  C,
  /** Suppressed by the sender, so that a confidential figure cannot be worked out. */
  D,
  /** Internal until an embargo ends, of which nothing is stated here. */
  E,
  /** Free for publication. */
  F,
  /** One or two units dominate. */
  G,
  /** Confidential by another measure of concentration. */
  M,
  /** Not for publication: internal use alone. */
  N,
  /** One unit dominates. */
  O,
  /** Suppressed by the receiver, so that a confidential figure cannot be worked out. */
  S,
  /** Two units dominate. */
  T,
  /** Military secrecy. */
  X;

  /** Whether the figure may be published. */
  public boolean isPublic() {
    return this == F;
  }

  /** Whether a code allows publication; no code does. */
  public static boolean isPublic(String code) {
    return code == null || valueOf(code).isPublic();
  }
}
