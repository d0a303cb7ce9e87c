package org.diaodu.region;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.TimePeriod;

/** Reads how a region dispatches from {@code region.yaml}. */
final class DispatchReader {
  /** The fields of {@code region.yaml} that may be missing. */
  static final List<String> FIELDS = List.of("core_indicators", "dispatch_office", "release");

  private DispatchReader() {}

  static Dispatch read(YamlFile region, ZoneId zone) {
    List<String> core = region.list("core_indicators").stream().map(YamlNode::text).toList();
    String office = region.has("dispatch_office") ? region.text("dispatch_office") : "";
    return new Dispatch(core, office, releases(region, zone));
  }

  private static ReleaseTimes releases(YamlFile region, ZoneId zone) {
    int days = 0;
    LocalTime at = LocalTime.MIDNIGHT;
    Map<TimePeriod, LocalDateTime> except = new HashMap<>();
    for (Map.Entry<String, YamlNode> field : region.entries("release").entrySet()) {
      YamlNode value = field.getValue();
      switch (field.getKey()) {
        case "days_after" -> days = days(value);
        case "at" -> at = time(value);
        case "except" ->
            value.entries().forEach((period, moment) -> except(except, period, moment));
        default -> value.fault("字段“%s”不认得".formatted(field.getKey()), "只能是：at、days_after、except");
      }
    }
    return new ReleaseTimes(days, at, Map.copyOf(except), zone);
  }

  private static int days(YamlNode value) {
    if (value.text().matches("\\d{1,3}")) {
      return Integer.parseInt(value.text());
    }
    value.fault("days_after“%s”不是天数".formatted(value.text()), "请只写0到999的整数");
    return 0;
  }

  private static LocalTime time(YamlNode value) {
    try {
      return LocalTime.parse(value.text());
    } catch (DateTimeParseException notATime) {
      value.fault("at“%s”不是时刻".formatted(value.text()), "请写成\"15:00\"的样子");
      return LocalTime.MIDNIGHT;
    }
  }

  private static void except(
      Map<TimePeriod, LocalDateTime> except, String period, YamlNode moment) {
    TimePeriod of = TimePeriod.parse(period).orElse(null);
    if (of == null) {
      moment.fault("时期“%s”不成立".formatted(period), "请写成2024-06、2024-Q2或2024的样子");
      return;
    }
    try {
      except.put(of, LocalDateTime.parse(moment.text()));
    } catch (DateTimeParseException notAMoment) {
      moment.fault("发布时间“%s”不成立".formatted(moment.text()), "请写成2024-07-26T15:00的样子");
    }
  }
}
