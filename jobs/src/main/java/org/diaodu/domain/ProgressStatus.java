package org.diaodu.domain;

/** What a report says of how a target or a task goes. Its name is the status of the report. */
public enum ProgressStatus {
  /** Nothing was done yet. */
  not_started("未开始"),
  /** As far as it should be. */
  on_schedule("按序时"),
  /** Behind. */
  delayed("滞后"),
  /** Done, and stays so. */
  done("完成");

  private final String nameZh;

  ProgressStatus(String nameZh) {
    this.nameZh = nameZh;
  }

  /** As forms and messages say it. */
  public String nameZh() {
    return nameZh;
  }
}
