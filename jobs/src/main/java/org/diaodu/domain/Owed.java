package org.diaodu.domain;

/** Kinds of what is owed, and what asks for it. Definitions: {@code docs/method/owed.md}. */
public final class Owed {
  private Owed() {}

  /** What is owed. */
  public enum Kind {
    /** A figure of a series. */
    figure("统计数据"),
    /** A report on a target that no series measures. */
    target("目标进展"),
    /** A report on a task. */
    task("任务进展"),
    /** A report that a milestone is reached. */
    milestone("任务节点"),
    /** A report on what the plan asks for again and again. */
    duty("定期事项"),
    /** A report on how a problem was put right. */
    rectification("整改反馈");

    private final String nameZh;

    Kind(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As lists say it. */
    public String nameZh() {
      return nameZh;
    }
  }

  /** What asks for it on its day. */
  public enum Basis {
    /** The calendar. */
    calendar("报送日历"),
    /** The plan's own words. */
    plan("方案载明"),
    /** The frequency of the series. */
    frequency("指标频率"),
    /** The policy. */
    policy("办法规定"),
    /** A default, where the plan says that it is done regularly and not how often. */
    assumed("默认频次"),
    /** The deadline of the plan. */
    deadline("方案期限"),
    /** The day set when a problem was handed over. */
    handed_over("整改期限"),
    /** Nothing: none is expected. */
    none("不用报送");

    private final String nameZh;

    Basis(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As lists say it. */
    public String nameZh() {
      return nameZh;
    }
  }
}
