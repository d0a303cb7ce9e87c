package org.diaodu.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diaodu.region.Conflict;
import org.diaodu.region.PlanDocument;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.text.DisplayWidth;

/** The plan's lists in numbers, as {@code check} prints them. */
final class PlanText {
  private static final Map<Target.TargetClass, String> CLASSES =
      Map.of(
          Target.TargetClass.quantified, "数量",
          Target.TargetClass.relative, "相对",
          Target.TargetClass.absolute, "绝对",
          Target.TargetClass.directional, "方向",
          Target.TargetClass.weak_directional, "弱方向",
          Target.TargetClass.external_value, "数由上级定",
          Target.TargetClass.nominal, "仅名称");

  private PlanText() {}

  /** Prints nothing for a pack without a plan. */
  static void print(PrintWriter out, RegionPack pack) {
    PlanDocument plan = pack.plan();
    if (!plan.isStated()) {
      return;
    }
    List<Target> distinct = pack.distinctTargets();
    out.printf("%n%s（%s，%s）%n", plan.titleZh(), plan.document(), plan.issued());
    out.printf(
        "  目标 %d 处，合并重复后 %d 项；任务 %d 项；冲突 %d 处，其中待定 %d 处。与plan.yaml的数目一致%n",
        pack.targets().size(),
        distinct.size(),
        pack.tasks().size(),
        pack.conflicts().size(),
        pack.conflicts().stream().filter(c -> c.inForce() == Conflict.InForce.open).count());
    out.printf(
        "  %s%n",
        row("部分", Arrays.stream(Target.TargetClass.values()).map(CLASSES::get).toList(), "合计"));
    Map<Integer, List<Target>> byAnnex =
        pack.targets().stream()
            .collect(Collectors.groupingBy(Target::annex, TreeMap::new, Collectors.toList()));
    byAnnex.forEach(
        (annex, targets) ->
            out.printf("  %s%n", counts(annex == 0 ? "总体" : "附件" + annex, targets)));
    out.printf("  %s%n", counts("各处合计", pack.targets()));
    out.printf("  %s%n", counts("合并后", distinct));
    long defaulted =
        distinct.stream().filter(t -> t.ownerBasis() == Target.OwnerBasis.office_default).count();
    long inferred =
        distinct.stream().filter(t -> t.ownerBasis() == Target.OwnerBasis.inferred).count();
    out.printf("  每项目标都有责任单位：方案未写明、按专班办公室取默认值的 %d 项，按分句或附件推定的 %d 项%n", defaulted, inferred);
  }

  private static String counts(String name, List<Target> targets) {
    return row(
        name,
        Arrays.stream(Target.TargetClass.values())
            .map(c -> String.valueOf(targets.stream().filter(t -> t.targetClass() == c).count()))
            .toList(),
        String.valueOf(targets.size()));
  }

  private static String row(String name, List<String> cells, String total) {
    List<String> all = new ArrayList<>(cells);
    all.add(total);
    StringBuilder row = new StringBuilder(DisplayWidth.padded(name, 10));
    all.forEach(cell -> row.append(DisplayWidth.padded(cell, 12)));
    return row.toString().stripTrailing();
  }
}
