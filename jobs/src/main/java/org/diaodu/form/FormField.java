package org.diaodu.form;

import java.util.Arrays;
import java.util.List;
import org.diaodu.domain.Handling;
import org.diaodu.domain.ProgressStatus;

/** What a unit fills in. */
public enum FormField {
  /** The figure itself, in the indicator's unit. */
  level("本期数", Entry.number, 13),
  /** Its growth on a year earlier, as published. */
  growth("同比增速（%）", Entry.number, 13),
  /** What kind of figure it is; blank for a final one. */
  obs_status("数据状态", List.of("正常", "初步数", "估计", "缺失"), 10),
  /** A remark on the figure. */
  note("备注", Entry.text, 20),
  /** How a target or a task goes. */
  status("进展", Arrays.stream(ProgressStatus.values()).map(ProgressStatus::nameZh).toList(), 10),
  /** How much of a target is done. */
  percent("完成比例（%）", Entry.percent, 13),
  /** What shows it. */
  evidence("依据", Entry.text, 40),
  /** What is said of a problem. */
  step(
      "办理情况",
      List.of(
          Handling.Step.received.nameZh(),
          Handling.Step.reported.nameZh(),
          Handling.Step.extension_requested.nameZh()),
      10),
  /** The day that is asked for. */
  until("申请延至", Entry.day, 12),
  /** What was done about a problem, or why it takes longer. */
  explanation("情况说明", Entry.text, 44);

  /** What a cell may hold. */
  public enum Entry {
    /** Any number. */
    number,
    /** A number from 0 to 100. */
    percent,
    /** A day. */
    day,
    /** One of some words. */
    word,
    /** Any text. */
    text
  }

  private final String header;
  private final Entry entry;
  private final List<String> words;
  private final int width;

  FormField(String header, Entry entry, int width) {
    this(header, entry, List.of(), width);
  }

  FormField(String header, List<String> words, int width) {
    this(header, Entry.word, words, width);
  }

  FormField(String header, Entry entry, List<String> words, int width) {
    this.header = header;
    this.entry = entry;
    this.words = words;
    this.width = width;
  }

  /** Its column's header. */
  public String header() {
    return header;
  }

  /** What it may hold. */
  public Entry entry() {
    return entry;
  }

  /** The words to choose from; none where it holds no word. */
  public List<String> words() {
    return words;
  }

  /** Width of its column, in characters. */
  int width() {
    return width;
  }
}
