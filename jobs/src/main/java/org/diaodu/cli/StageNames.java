package org.diaodu.cli;

/** Stages as operators know them. */
final class StageNames {
  private StageNames() {}

  static String zh(String stage) {
    return switch (stage) {
      case "start" -> "开始之前";
      case "tables" -> "检查各表";
      case "landing.source_files" -> "读取文件";
      case "statistics.observations" -> "入库";
      case "reference" -> "登记地区包";
      case "statistics" -> "计算各表";
      case "bulletin" -> "生成通报";
      default -> stage;
    };
  }
}
