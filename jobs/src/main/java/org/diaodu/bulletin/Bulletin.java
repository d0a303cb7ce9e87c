package org.diaodu.bulletin;

import java.time.LocalDate;
import java.util.List;

/**
 * The bulletin with every figure already as text.
 *
 * @param title heading
 * @param regionZh region
 * @param asOf day as of which the figures are known
 * @param simulated whether any figure is simulated; then the page is marked
 * @param capitalZh name of the capital
 * @param summary sentences of the overview
 * @param indicators main indicators of the whole area
 * @param actions how many targets of each action have which light
 * @param targets targets that have a light, in the areas that they are set for
 * @param withoutLight targets that have none, by the reason
 * @param rectifications problems that are open
 * @param assessments praise and criticism
 * @param matrixHeads targets held against every area
 * @param matrix areas against those targets
 * @param rankings areas by indicator
 * @param shares the capital's shares
 * @param remarks what a reader must know of the figures
 */
public record Bulletin(
    String title,
    String regionZh,
    LocalDate asOf,
    boolean simulated,
    String capitalZh,
    List<Sentence> summary,
    List<IndicatorLine> indicators,
    List<ActionLine> actions,
    List<TargetLine> targets,
    List<WithoutLight> withoutLight,
    List<RectificationLine> rectifications,
    List<AssessmentLine> assessments,
    List<String> matrixHeads,
    List<MatrixLine> matrix,
    List<Ranking> rankings,
    List<ShareLine> shares,
    List<String> remarks) {

  /** A sentence, marked where a figure in it is made up. */
  public record Sentence(String text, boolean simulated) {}

  /** A main indicator. */
  public record IndicatorLine(
      String name,
      String unit,
      String period,
      String level,
      String growth,
      String basis,
      String remark,
      boolean simulated) {}

  /** The targets of one action, counted by their lights. */
  public record ActionLine(
      String name, int targets, int green, int blue, int yellow, int red, int withoutLight) {}

  /** Targets without a light for one reason. */
  public record WithoutLight(String reason, int count, String names) {}

  /** A target that has a light. */
  public record TargetLine(
      String id,
      String name,
      String owner,
      String required,
      String actual,
      String gap,
      String period,
      LightMark light,
      String reason,
      String outlook,
      boolean simulated) {}

  /** A problem that is open. */
  public record RectificationLine(
      String target,
      String owner,
      String openedOn,
      String dueOn,
      String state,
      boolean overdue,
      String reason,
      boolean simulated) {}

  /** Praise or criticism. */
  public record AssessmentLine(String finding, String subject, String reason, boolean simulated) {}

  /** A light as word and sign, so that it can be read without colour. */
  public record LightMark(String code, String sign, String word) {}

  /** An area against the targets that every area is held against. */
  public record MatrixLine(String area, List<MatrixCell> cells) {}

  /** One of them. */
  public record MatrixCell(String figure, LightMark light, boolean simulated) {}

  /** Areas by one indicator. */
  public record Ranking(
      String name,
      String unit,
      String period,
      boolean hasLevel,
      List<RankLine> lines,
      List<RankLine> overlapping) {}

  /** An area in a ranking. */
  public record RankLine(
      String rank,
      String area,
      String level,
      boolean levelKnown,
      String growth,
      boolean growthKnown,
      boolean simulated) {}

  /** The capital's share of one indicator. */
  public record ShareLine(
      String name,
      String unit,
      String period,
      String capital,
      String total,
      String denominator,
      String share,
      String change,
      String residual,
      boolean simulated) {}
}
