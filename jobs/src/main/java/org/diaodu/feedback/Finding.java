package org.diaodu.feedback;

/**
 * One rule that one cell breaks.
 *
 * @param sourceCell line:column, or sheet!address; 0:0 for the file as a whole
 * @param refused whether the figure was not accepted; else it was accepted with a doubt
 * @param holdId name by which it is confirmed, where it is only held; empty elsewhere
 * @param found what was found
 * @param expected what was expected
 * @param message what is wrong and what to do, in Chinese
 * @param before the same figure one period earlier; empty where it is not known
 * @param yearAgo the same figure one year earlier; empty where it is not known
 */
public record Finding(
    String sourceCell,
    boolean refused,
    String holdId,
    String found,
    String expected,
    String message,
    String before,
    String yearAgo) {

  /** Whether it is about the file as a whole. */
  public boolean ofWholeFile() {
    return sourceCell.startsWith("0:");
  }

  /** Whether it waits to be confirmed. */
  public boolean held() {
    return !holdId.isEmpty();
  }

  /** 暂扣, 退回 or 存疑. */
  public String verdict() {
    return held() ? "暂扣" : refused ? "退回" : "存疑";
  }

  /** The neighbours in words; empty where none is known. */
  public String neighbours() {
    String first = before.isEmpty() ? "" : "上期 " + before;
    String second = yearAgo.isEmpty() ? "" : "上年同期 " + yearAgo;
    return first.isEmpty() || second.isEmpty() ? first + second : first + "；" + second;
  }
}
