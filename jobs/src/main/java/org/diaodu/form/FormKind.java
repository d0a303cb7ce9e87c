package org.diaodu.form;

import java.util.List;
import java.util.stream.Stream;
import org.diaodu.domain.Owed;

/** The sheets of a form: what each says of its rows, and what it asks. */
public enum FormKind {
  /** Figures. */
  figure(
      "统计数据",
      List.of(
          new Column("地区", 22),
          new Column("指标", 34),
          new Column("口径", 8),
          new Column("单位", 8),
          new Column("时期", 9)),
      List.of(
          new Column("报送期限", 12),
          new Column("上期数", 12),
          new Column("上期增速（%）", 12),
          new Column("上年同期数", 12)),
      List.of(FormField.level, FormField.growth, FormField.obs_status, FormField.note)),
  /** How targets go that no series measures. */
  target(
      "目标进展",
      List.of(
          new Column("编号", 11), new Column("目标", 40), new Column("地区", 22), new Column("时期", 9)),
      List.of(new Column("报送期限", 12), new Column("上次进展", 22)),
      List.of(FormField.status, FormField.percent, FormField.evidence)),
  /** How tasks, their milestones, and what is done again and again go. */
  task(
      "任务进展",
      List.of(
          new Column("编号", 9),
          new Column("任务", 30),
          new Column("事项", 26),
          new Column("地区", 22),
          new Column("时期", 9)),
      List.of(new Column("报送期限", 12), new Column("上次进展", 22)),
      List.of(FormField.status, FormField.evidence)),
  /** Problems that were handed over. */
  problem(
      "整改反馈",
      List.of(
          new Column("编号", 11),
          new Column("目标", 28),
          new Column("地区", 22),
          new Column("时期", 9),
          new Column("交办日期", 12)),
      List.of(new Column("整改期限", 12), new Column("亮灯原因", 40), new Column("办到哪一步", 12)),
      List.of(FormField.step, FormField.until, FormField.explanation));

  /** Header of the column that holds the key of each row. */
  public static final String CODE = "行码（勿改）";

  /**
   * A column that is not filled in.
   *
   * @param most greatest width in characters; what is longer goes on in the next line
   */
  public record Column(String header, int most) {}

  private final String sheet;
  private final List<Column> labels;
  private final List<Column> known;
  private final List<FormField> fields;

  FormKind(String sheet, List<Column> labels, List<Column> known, List<FormField> fields) {
    this.sheet = sheet;
    this.labels = labels;
    this.known = known;
    this.fields = fields;
  }

  /** The sheet on which something that is owed stands. */
  public static FormKind of(Owed.Kind owed) {
    return switch (owed) {
      case figure -> figure;
      case target -> target;
      case task, milestone, duty -> task;
      case rectification -> problem;
    };
  }

  /** Name of the sheet. */
  public String sheet() {
    return sheet;
  }

  /** Columns that say what a row asks for; the region pack says the same of its key. */
  public List<Column> labels() {
    return labels;
  }

  /** Columns of what was known when the form was made. */
  public List<Column> known() {
    return known;
  }

  /** Columns to be filled in. */
  public List<FormField> fields() {
    return fields;
  }

  /** The headers of all columns, in order. */
  public List<String> headers() {
    return Stream.of(
            labels.stream().map(Column::header),
            known.stream().map(Column::header),
            fields.stream().map(FormField::header),
            Stream.of(CODE))
        .flatMap(headers -> headers)
        .toList();
  }
}
