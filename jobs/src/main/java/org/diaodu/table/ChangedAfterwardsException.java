package org.diaodu.table;

import java.util.List;

/**
 * What was published is not what it was: a manifest or a data file is gone or another. Nothing was
 * begun, since whatever is computed next would rest on it.
 */
public final class ChangedAfterwardsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 5;

  private ChangedAfterwardsException(List<String> faults) {
    super(
        "已发布的内容在发布以后被改过或丢失，所以没有运行：%s%s。用 diaodu audit 逐项核对"
            .formatted(
                String.join("；", faults.subList(0, Math.min(SHOWN, faults.size()))),
                faults.size() > SHOWN ? "；另有 %d 项".formatted(faults.size() - SHOWN) : ""));
  }

  /**
   * Does nothing where there is no fault.
   *
   * @throws ChangedAfterwardsException where there is one
   */
  public static void require(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new ChangedAfterwardsException(faults);
    }
  }
}
