package org.diaodu.hold;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.diaodu.domain.Measure;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/** What is held, in the words of the bureau's people. */
public final class HeldWords {
  private HeldWords() {}

  /** What it is a figure of, and what it says. */
  public static String of(HeldFigure figure, RegionPack pack) {
    Optional<Indicator> indicator = pack.indicator(figure.indicator());
    Measure measure = Measure.valueOf(figure.measure());
    return "%s %s %s%s %s%s%s%s"
        .formatted(
            pack.area(figure.refArea()).map(Area::nameZh).orElse(figure.refArea()),
            indicator.map(Indicator::nameZh).orElse(figure.indicator()),
            figure.timePeriod(),
            measure == Measure.LEVEL ? "" : " " + measure.nameZh(),
            figure.obsValue() == null ? "无" : Bounds.plain(figure.obsValue()),
            figure.obsValue() == null
                ? ""
                : measure.unit(indicator.map(Indicator::unit).orElse("")),
            figure.provenance().equals("official") ? "" : "（模拟）",
            figure.source() == null ? "" : "（来源：%s）".formatted(figure.source()));
  }

  /** What was said since in its place. */
  public static String overtaken(HoldState state) {
    HoldState.Statement since = state.overtakenBy();
    return "已经作废：%s发布的是%s"
        .formatted(since.releaseDate(), since.value().isEmpty() ? "撤回" : since.value());
  }

  /** A row of {@code landing.confirmations}. */
  public static String decision(Row row) {
    return "%s，%s核实%s：%s"
        .formatted(
            row.getInstant(row.fieldIndex("decided_at")),
            row.<String>getAs("decided_by"),
            row.getAs("decision").equals("accepted") ? "采用" : "不采用",
            row.<String>getAs("reason"));
  }
}
