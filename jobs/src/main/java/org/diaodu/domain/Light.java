package org.diaodu.domain;

/** The light of a target at a period. */
public enum Light {
  /** Met. */
  green("绿灯", "●"),
  /** In the second quarter of its siblings, where the policy goes by rank. */
  blue("蓝灯", "◆"),
  /** Missed by no more than the policy's tolerance. */
  yellow("黄灯", "▲"),
  /** Missed by more. */
  red("红灯", "■"),
  /** No figure: neither praised nor blamed. */
  no_data("无数据", "○");

  private final String nameZh;
  private final String sign;

  Light(String nameZh, String sign) {
    this.nameZh = nameZh;
    this.sign = sign;
  }

  /** As the bulletin says it. */
  public String nameZh() {
    return nameZh;
  }

  /** A sign of its own shape, so that it can be told without colour. */
  public String sign() {
    return sign;
  }
}
