package org.diaodu.document;

/** What stands across every page of a document that may not be taken for a published one. */
public enum Mark {
  /** Some figure in it is made up. */
  simulated("模拟数据", "含模拟数据，仅供测试，不得作为统计数据使用（带“拟”字的数字为模拟）"),
  /** Some figure in it is not public yet. */
  embargoed("未到发布时间", "含未到发布时间的数据，只供内部使用，不得外传"),
  /** It is not published. */
  draft("草稿", "草稿，未发布");

  private final String across;
  private final String notice;

  Mark(String across, String notice) {
    this.across = across;
    this.notice = notice;
  }

  /** The words across the page. */
  public String across() {
    return across;
  }

  /** The sentence below the title. */
  public String notice() {
    return notice;
  }
}
