package org.diaodu.domain;

/**
 * Why a figure is null: the code list of every {@code not_computed_because} column, each code with
 * its name in Chinese and what it means.
 */
public enum NotComputed {
  no_observation("本期未收到数据", "Nothing was received for this period"),
  no_base_period("没有上年同期数据", "Nothing was received for the same period of the year before"),
  period_differs("与上年同期所含月份不同", "The figure and the one a year earlier cover different months"),
  series_break(
      "上年同期之后数据有中断，与上年同期不可比",
      "A break in the series lies between the figure and that of a year ago, so that growth"
          + " computed over it says nothing of performance"),
  non_positive_base(
      "上年同期数不为正，不能计算增速", "The year-ago level is zero or negative: growth has no meaning"),
  missing_value("数据缺失或已撤回", "A row was received that says the figure is missing or withdrawn"),
  suppressed("不公开", "The figure, or one that it would be computed from, is not for the public"),
  growth_not_published(
      "增速尚未公布", "The indicator's growth is taken as published only, and none is published yet"),
  no_total("没有合计数，分地区数据也不齐", "Neither the total area nor every area below it has a figure"),
  areas_missing("分地区数据不齐", "Some areas of the total have no figure"),
  no_capital("没有首府数据", "The capital has no figure"),
  not_an_amount("比率和只公布增速的指标没有这一项", "A rate, or an indicator of which only growth is published"),
  not_additive("各地区的数不能相加，没有这一项", "Areas' figures of this indicator do not add up to anything"),
  no_aggregate("没有上级地区", "The area is part of no other"),
  no_aggregate_growth("上级地区没有增速", "The aggregate has no growth to take a part of"),
  zero_growth(
      "上级地区没有增减，不能计算贡献率",
      "The aggregate neither grew nor fell, so that there is nothing to divide by"),
  basis_differs(
      "与上级地区增速的口径不同",
      "The aggregate's growth is on another basis than this one: published, at constant prices or"
          + " computed"),
  non_positive_target("目标值不为正，不能计算完成进度", "The target is zero or negative: progress has no meaning"),
  denominator_differs(
      "两年的分母口径不同", "The two years were divided by different totals, one published and one summed"),
  too_few_figures("数据太少，不能检验", "Too few figures for a test"),
  no_variation("各数相同，不能检验", "All values are the same, so that there is nothing to test"),
  non_positive_level(
      "含负数或全为零，不能按合计调整",
      "A figure is negative, or all are zero, so that there is nothing to share out"),
  not_due("尚未到期", "It is not due yet"),
  value_not_set(
      "目标值由上级下达，尚未录入", "The plan leaves the value to others, and it has not been entered"),
  not_a_commitment("只是名称中的数字，不作考核", "A number in a name, which nobody promised"),
  no_report("没有填报进展", "Nobody reported how it goes"),
  nothing_judged("还没有任何目标亮灯，谈不上有没有问题", "No target had a light yet, so that nothing could be found"),
  no_reference("没有对照指标的数据", "The series that it is compared with has no figure"),
  no_method("这类目标不作推算", "No method fits this kind of target"),
  no_upper_end("前几年相差太大，区间没有上限", "Earlier years differ too much for an interval with an end"),
  out_of_range("结果超出可存储的位数", "The result has more digits than a stored figure can hold");

  private final String nameZh;
  private final String nameEn;

  NotComputed(String nameZh, String nameEn) {
    this.nameZh = nameZh;
    this.nameEn = nameEn;
  }

  /** In English, for the data dictionary. */
  public String nameEn() {
    return nameEn;
  }

  /** As the bureau's people read it. */
  public String nameZh() {
    return nameZh;
  }
}
