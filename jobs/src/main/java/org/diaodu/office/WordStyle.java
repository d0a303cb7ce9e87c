package org.diaodu.office;

import org.diaodu.domain.Light;

/** The styles of a master, by the names that are shown in Word's and WPS's list of styles. */
enum WordStyle {
  /** Title; 标题 in a Chinese Word. */
  TITLE("Title"),
  /** Text; 正文文本. */
  BODY("Body Text"),
  /** Heading of a section; 标题 1. */
  HEADING_1("heading 1"),
  /** Heading below a section; 标题 2. */
  HEADING_2("heading 2"),
  /** Above a table or a picture; 题注. */
  CAPTION("caption"),
  /** 附件1. */
  ANNEX_MARK("附件标记"),
  /** Title of an annex. */
  ANNEX_TITLE("附件标题"),
  /** Head of a table. */
  TABLE_HEAD("表头"),
  /** Cell of a table. */
  TABLE_TEXT("表文"),
  /** A note in small print. */
  NOTE("小注"),
  /** Frame of a table. */
  TABLE("通报表格"),
  /** Of characters: 绿灯. */
  GREEN("绿灯"),
  /** Of characters: 蓝灯. */
  BLUE("蓝灯"),
  /** Of characters: 黄灯. */
  YELLOW("黄灯"),
  /** Of characters: 红灯. */
  RED("红灯"),
  /** Of characters: a target without a light. */
  NO_DATA("无数据"),
  /** Of characters: the mark behind a made-up figure. */
  MADE_UP("模拟数");

  private final String styleName;

  WordStyle(String styleName) {
    this.styleName = styleName;
  }

  /** Its name in the file. */
  String styleName() {
    return styleName;
  }

  /** The style of a light. */
  static WordStyle of(Light light) {
    return switch (light) {
      case green -> GREEN;
      case blue -> BLUE;
      case yellow -> YELLOW;
      case red -> RED;
      case no_data -> NO_DATA;
    };
  }
}
