package org.diaodu.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Growth;
import org.diaodu.region.RegionPack;
import org.diaodu.region.ResponsibleUnit;
import org.diaodu.table.TableRow;

/** How a column of a row was made, in Chinese, with the numbers that went in. */
final class Formula {
  private Formula() {}

  /**
   * The formula.
   *
   * @param column a column, or {@code column.n}: the n-th number in a text column
   */
  static String of(TableRow row, String column) {
    String name = column.contains(".") ? column.substring(0, column.indexOf('.')) : column;
    return switch (row.table()) {
      case GROWTH -> growth(row, name);
      case CAPITAL_SHARE -> share(row, name);
      case ATTAINMENT -> attainment(row, name);
      case RECTIFICATIONS -> "交办时亮灯的理由，所依据的是%s的数".formatted(row.text("time_period"));
      case ASSESSMENTS ->
          "按亮灯计分：得%s分，可得%s分".formatted(at(row, "points"), at(row, "points_possible"));
      case COMPLETENESS -> "从应报日期%s算起，到%s".formatted(row.day("due_date"), row.day("as_of"));
      case REVISIONS -> name.equals("previous_value") ? "上一次发布的数" : "最近一次发布的数";
      default -> "表中的数";
    };
  }

  /** What it was held against, and by which rules. */
  static String basis(TableRow row, RegionPack pack) {
    List<String> parts = new ArrayList<>();
    switch (row.table()) {
      case ATTAINMENT -> {
        parts.add(target(row.text("target_id"), pack));
        parts.add("办法" + row.text("policy_id"));
      }
      case RECTIFICATIONS -> {
        parts.add(target(row.text("target_id"), pack));
        parts.add("办法" + policyOf(row, pack));
      }
      case ASSESSMENTS -> parts.add("办法" + row.text("policy_id"));
      default -> {
        // A figure that is held against nothing.
      }
    }
    parts.add("地区包" + pack.packId());
    return String.join("；", parts);
  }

  /** That of the target's plan on the day on which it was handed over. */
  private static String policyOf(TableRow row, RegionPack pack) {
    String id = row.text("target_id");
    return pack.plans().stream()
        .filter(plan -> plan.targets().stream().anyMatch(t -> t.targetId().equals(id)))
        .findFirst()
        .orElse(pack)
        .policies()
        .on(row.day("opened_on"))
        .policyId();
  }

  private static String target(String id, RegionPack pack) {
    return pack.target(id)
        .map(
            t ->
                "目标%s：%s%s（%s，%s）"
                    .formatted(
                        t.targetId(),
                        t.nameZh(),
                        t.value() == null
                            ? t.comparator().nameZh()
                            : t.comparator().nameZh() + ExactDecimal.plain(t.value()) + t.unit(),
                        t.itemNo(),
                        pack.unit(t.owner()).map(ResponsibleUnit::nameZh).orElse(t.owner())))
        .orElse("目标" + id);
  }

  private static String growth(TableRow row, String column) {
    String ratio =
        row.has("yoy_computed_pct")
            ? "100×（%s÷%s−1）＝%s"
                .formatted(at(row, "level"), at(row, "level_year_ago"), at(row, "yoy_computed_pct"))
            : "";
    return switch (column) {
      case "level" -> "reported".equals(row.text("derivation")) ? "上报数" : "由两期累计数相减";
      case "yoy_pct" -> reportedGrowth(row, ratio);
      case "yoy_computed_pct" -> ratio;
      case "change_pp" ->
          "%s−%s＝%s".formatted(at(row, "level"), at(row, "level_year_ago"), at(row, "change_pp"));
      case "contribution_pp" -> contribution(row);
      case "contribution_rate_pct" ->
          "拉动%s个百分点，占上级地区增速的%s%%"
              .formatted(at(row, "contribution_pp"), at(row, "contribution_rate_pct"));
      case "rank_yoy" -> "计入合计的同级地区%s个，按同比排位".formatted(at(row, "peers"));
      case "rank_change" ->
          "上期第%s位，本期第%s位".formatted(at(row, "rank_yoy_last_period"), at(row, "rank_yoy"));
      default -> "表中的数";
    };
  }

  private static String reportedGrowth(TableRow row, String ratio) {
    if (!row.has("yoy_basis")) {
      return ratio;
    }
    String byLevels = ratio.isEmpty() ? "" : "；按总量计算为" + ratio;
    return switch (Growth.Basis.valueOf(row.text("yoy_basis"))) {
      case published -> "主管部门公布的增速，不重算" + byLevels;
      case constant_prices ->
          "按不变价总量计算：100×（%s÷%s−1）＝%s%s"
              .formatted(
                  at(row, "level_constant"),
                  at(row, "level_constant_year_ago"),
                  at(row, "yoy_constant_pct"),
                  byLevels);
      case computed -> ratio;
    };
  }

  /** On the basis of the growth beside it. */
  private static String contribution(TableRow row) {
    if (!row.has("contribution_basis")) {
      return "";
    }
    return switch (Growth.Basis.valueOf(row.text("contribution_basis"))) {
      case published -> shareTimesGrowth(row, "公布的增速", "yoy_published_pct");
      case constant_prices -> shareTimesGrowth(row, "按不变价计算的增速", "yoy_constant_pct");
      case computed ->
          "100×（%s−%s）÷上级地区上年同期总量＝%s"
              .formatted(at(row, "level"), at(row, "level_year_ago"), at(row, "contribution_pp"));
    };
  }

  private static String shareTimesGrowth(TableRow row, String name, String growth) {
    return "%s÷上级地区上年同期总量×%s%s＝%s"
        .formatted(at(row, "level_year_ago"), name, at(row, growth), at(row, "contribution_pp"));
  }

  private static String share(TableRow row, String column) {
    return switch (column) {
      case "share_pct" ->
          "100×%s÷%s＝%s"
              .formatted(at(row, "capital_level"), at(row, "total_level"), at(row, "share_pct"));
      case "change_pp" ->
          "%s−%s＝%s"
              .formatted(at(row, "share_pct"), at(row, "share_year_ago_pct"), at(row, "change_pp"));
      case "residual" ->
          "%s−%s＝%s".formatted(at(row, "total_level"), at(row, "areas_sum"), at(row, "residual"));
      case "total_level" -> "sum_of_areas".equals(row.text("denominator")) ? "各地相加" : "公布的合计";
      default -> "上报数";
    };
  }

  private static String attainment(TableRow row, String column) {
    return switch (column) {
      case "actual" -> "与目标对照的数";
      case "target_value" -> "目标值；只定方向的，为上年同期数";
      case "gap" ->
          "%s−%s＝%s".formatted(at(row, "actual"), at(row, "target_value"), at(row, "gap"));
      case "progress_pct" ->
          "100×%s÷%s＝%s"
              .formatted(at(row, "actual"), at(row, "target_value"), at(row, "progress_pct"));
      case "schedule_pct" -> "history".equals(row.text("schedule_basis")) ? "按前几年同期完成的比重" : "按时间进度";
      case "needed_rest_pct" -> "全年要求减已完成的，与上年其余月份相比；增速是公布的或按不变价计算的，按上年各月份所占比重折算";
      case "projected", "projected_low", "projected_high", "probability" ->
          "按方法%s推算：%s（%s—%s），见docs/method/landing.md"
              .formatted(
                  row.text("projection_method"),
                  at(row, "projected"),
                  at(row, "projected_low"),
                  at(row, "projected_high"));
      case "light_reason" -> "亮灯的理由：%s".formatted(row.text("light_reason"));
      default -> "表中的数";
    };
  }

  private static String at(TableRow row, String column) {
    BigDecimal value = row.number(column);
    return value == null ? "无" : ExactDecimal.plain(value);
  }
}
