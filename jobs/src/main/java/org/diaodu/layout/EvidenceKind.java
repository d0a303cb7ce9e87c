package org.diaodu.layout;

/**
 * What a phrase around a table is, where it names neither a period nor an area nor a unit of it.
 */
enum EvidenceKind {
  /** 国统字〔2023〕88号. */
  DOCUMENT_NUMBER("文号"),
  /** 有效期至2025年1月, 自2023年1月起执行. */
  VALIDITY("有效期或执行时间"),
  /** 2020年不变价. */
  BASE_YEAR("基期"),
  /** 比2014年增长, 2019年=100. */
  COMPARISON("对比的时期"),
  /** 2018年第四次经济普查. */
  CENSUS("普查"),
  /** 统计年鉴2023, 2024年第6期. */
  PUBLICATION("书刊名"),
  /** 2024年7月编印, and every single day. */
  PRINT_DATE("制表、印发日期"),
  /** 编制单位：某某州统计局. */
  ISSUER("编制、发布单位"),
  /** 首页 > 统计数据 > 2021年. */
  BREADCRUMB("网页路径"),
  /** Any text of a page above the title itself. */
  PAGE_TEXT("网页正文");

  private final String nameZh;

  EvidenceKind(String nameZh) {
    this.nameZh = nameZh;
  }

  /** Its name, for people. */
  String nameZh() {
    return nameZh;
  }
}
