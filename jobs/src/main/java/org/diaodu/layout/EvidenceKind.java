package org.diaodu.layout;

/**
 * What a phrase around a table is evidence of. The kinds that name a period, an area or a unit of
 * the table come first, by rank; those after them never do, and are named where a cell is refused
 * because nothing else was found.
 */
enum EvidenceKind {
  HEADER("表头"),
  ROW_LABEL("行标题"),
  TITLE("表题"),
  SHEET_NAME("表名"),
  DOCUMENT_NUMBER("文号"),
  VALIDITY("有效期或执行时间"),
  BASE_YEAR("基期"),
  COMPARISON("对比的时期"),
  CENSUS("普查"),
  PUBLICATION("书刊名"),
  PRINT_DATE("制表、印发日期"),
  ISSUER("编制、发布单位"),
  BREADCRUMB("网页路径"),
  PAGE_TEXT("网页正文");

  private final String nameZh;

  EvidenceKind(String nameZh) {
    this.nameZh = nameZh;
  }

  String nameZh() {
    return nameZh;
  }
}
