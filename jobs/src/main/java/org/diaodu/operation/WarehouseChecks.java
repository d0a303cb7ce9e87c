package org.diaodu.operation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.contract.Table;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Manifest;
import org.diaodu.table.OtherRegionException;
import org.diaodu.table.SchemaDrift;
import org.diaodu.table.StoredPicture;

/** Whether a warehouse on the machine's own disk is as the last run left it. */
public final class WarehouseChecks {
  private WarehouseChecks() {}

  /**
   * All of them.
   *
   * @param warehouse where it is
   * @param pack the region's; empty where it has faults
   * @param status what is known of it
   * @param now what the clock says
   */
  public static List<Check> all(
      Path warehouse, Optional<RegionPack> pack, WarehouseStatus status, Instant now) {
    List<Check> checks = new ArrayList<>();
    if (status.published().isEmpty()) {
      checks.add(Check.warning("仓库", "还没有发布过：运行 diaodu nightly"));
      return checks;
    }
    Manifest manifest = status.published().get();
    checks.add(
        status.faults().isEmpty()
            ? Check.ok("发布清单", "第 %d 份，首尾相连".formatted(manifest.number()))
            : Check.fault("发布清单", String.join("；", status.faults()) + "。用 diaodu audit 查明"));
    pack.filter(p -> OtherRegionException.differs(p, manifest))
        .map(
            p ->
                Check.fault(
                    "地区",
                    "仓库是地区 %s 的，地区包是 %s 的：用 --region 选对地区包，或用 --warehouse 换一个仓库"
                        .formatted(manifest.region(), p.totalArea())))
        .ifPresent(checks::add);
    checks.add(tables(warehouse, manifest));
    checks.add(schemas(warehouse));
    checks.add(clock(manifest, now, pack.map(RegionPack::timeZone).orElse(ZoneOffset.UTC)));
    checks.add(
        status
            .running()
            .map(holder -> Check.warning("运行", "正在写入：" + holder))
            .orElseGet(() -> lastRun(status.runs())));
    return checks;
  }

  /** Whether each version that is published is there, with its data files. */
  private static Check tables(Path warehouse, Manifest manifest) {
    List<String> missing =
        new StoredPicture(new Configuration(), warehouse.toString()).missing(manifest);
    return missing.isEmpty()
        ? Check.ok("各表", "%d 张，所发布的版本和文件都在".formatted(manifest.versions().size()))
        : Check.fault("各表", String.join("；", missing));
  }

  /** Whether the next run can write the tables as they are, by their logs. */
  private static Check schemas(Path warehouse) {
    Configuration hadoop = new Configuration();
    List<String> refused = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (Table table : Table.values()) {
      try {
        SchemaDrift.of(hadoop, warehouse.toString(), table)
            .ifPresent(
                schema -> {
                  schema.refused().forEach(text -> refused.add(table.fullName() + "：" + text));
                  schema.added().forEach(name -> added.add(table.fullName() + "." + name));
                });
      } catch (RuntimeException unreadable) {
        refused.add("%s 的日志读不懂（%s）".formatted(table.fullName(), unreadable.getMessage()));
      }
    }
    if (!refused.isEmpty()) {
      return Check.fault(
          "表结构", "%s：见 docs/operations.md“升级”一节".formatted(String.join("；", refused)));
    }
    return added.isEmpty()
        ? Check.ok("表结构", "与 schemas/ 一致")
        : Check.warning("表结构", "下一次运行会就地补上：" + String.join("、", added));
  }

  private static Check clock(Manifest manifest, Instant now, ZoneId zone) {
    return now.isBefore(manifest.publishedAt())
        ? Check.fault(
            "时钟",
            "现在是 %s，早于上次发布的 %s：校准时钟".formatted(text(now, zone), text(manifest.publishedAt(), zone)))
        : Check.ok("时钟", text(now, zone));
  }

  private static String text(Instant instant, ZoneId zone) {
    return "%s（%s）"
        .formatted(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(instant.atZone(zone)), zone);
  }

  private static Check lastRun(List<RunRecord> runs) {
    boolean failed = !runs.isEmpty() && runs.get(0).status() == RunRecord.Status.failed;
    return failed
        ? Check.warning("运行", "最近一次运行失败：用 diaodu status 看原因")
        : Check.ok("运行", "没有在运行，最近一次已发布");
  }
}
