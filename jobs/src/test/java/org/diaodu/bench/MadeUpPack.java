package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The region pack of a made-up country. */
final class MadeUpPack {
  private MadeUpPack() {}

  /** Writes the pack into a folder. */
  static void write(Scale scale, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("region.yaml"),
        """
        name_zh: 基准国（虚构）
        name_en: Benchmark country (made up)
        total_area: %s
        capital_area: %s
        plan_year: %d
        time_zone: UTC
        """
            .formatted(scale.area(0), scale.area(1), scale.lastMonth().getYear()));
    Files.writeString(folder.resolve("areas.csv"), areas(scale));
    Files.writeString(folder.resolve("indicators.csv"), indicators(scale));
    Files.writeString(
        folder.resolve("policy.yaml"),
        """
        policy_id: benchmark-1
        valid_from: 2000-01-01
        yellow_within:
          growth_yoy: 1.0
        about_within: 0.5
        """);
    Files.writeString(
        folder.resolve("calendar.csv"), "indicator,freq,time_period,due_date,expected,note\n");
    Files.writeString(folder.resolve("units.csv"), "unit,name_zh,role\noffice,基准局,办公室\n");
    Files.writeString(
        folder.resolve("targets.csv"),
        "target_id,annex,action,item_no,indicator,name_zh,class,kind,comparator,value,unit,rule,"
            + "commitment,scope,owner,participants,same_as,deadline,measure_note,note\n");
  }

  private static String areas(Scale scale) {
    StringBuilder text =
        new StringBuilder(
            "ref_area,name_zh,name_en,parent,level,is_capital,in_total,aliases,valid_from,valid_to\n");
    for (int area = 0; area < scale.areas(); area++) {
      String parent = area == 0 ? "" : scale.area(scale.parent(area));
      String level = scale.isCounty(area) ? "county" : area == scale.zone() ? "zone" : "state";
      text.append(
          "%s,第%d地区,Area %d,%s,%s,%b,%b,,,\n"
              .formatted(
                  scale.area(area), area, area, parent, level, area == 1, area != scale.zone()));
    }
    return text.toString();
  }

  private static String indicators(Scale scale) {
    StringBuilder text =
        new StringBuilder(
            "indicator,name_zh,name_en,unit,kind,freq,accumulation,additive,growth_source,better,"
                + "decimals,plausible_min,plausible_max,aliases\n");
    for (int i = 0; i < scale.indicators(); i++) {
      IndicatorShape shape = scale.shape(i);
      text.append(
          "%s,第%d指标,Indicator %d,%s,%s,M,%s,%b,%s,%s,2,,,\n"
              .formatted(
                  scale.indicator(i),
                  i,
                  i,
                  shape.unit,
                  shape.kind,
                  shape.accumulation,
                  shape.additive,
                  shape.growthSource,
                  i % 7 == 6 ? "down" : "up"));
    }
    return text.toString();
  }
}
