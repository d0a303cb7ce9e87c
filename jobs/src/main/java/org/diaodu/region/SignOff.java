package org.diaodu.region;

import java.io.Serializable;
import java.util.List;

/**
 * Who drafts, reviews and signs what an office publishes: {@code documents/sign-off.yaml}.
 *
 * @param draft names of those who hand a draft over for review
 * @param review names of those who review it
 * @param sign names of those who sign it
 */
public record SignOff(List<String> draft, List<String> review, List<String> sign)
    implements Serializable {
  /** Of an office that publishes without. */
  public static final SignOff NONE = new SignOff(List.of(), List.of(), List.of());

  /** Whether documents are published only when they are signed. */
  public boolean isRequired() {
    return !sign.isEmpty();
  }
}
