package org.diaodu.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the plans of several years can stand in one pack: an id names one thing. */
final class PlanYearChecks {
  private final Map<String, Integer> yearById = new HashMap<>();
  private final List<PackFault> faults;

  private PlanYearChecks(List<PackFault> faults) {
    this.faults = faults;
  }

  static void run(RegionPack pack, List<PackFault> faults) {
    if (pack.otherPlans().isEmpty()) {
      return;
    }
    PlanYearChecks checks = new PlanYearChecks(faults);
    for (RegionPack plan : pack.plans()) {
      plan.targets().forEach(target -> checks.unique("targets.csv", target.targetId(), plan));
      plan.tasks().forEach(task -> checks.unique("tasks.csv", task.taskId(), plan));
      plan.conflicts()
          .forEach(conflict -> checks.unique("conflicts.csv", conflict.conflictId(), plan));
      plan.policies()
          .inOrder()
          .forEach(policy -> checks.unique("policy.yaml", policy.policyId(), plan));
    }
  }

  private void unique(String file, String id, RegionPack plan) {
    Integer earlier = yearById.putIfAbsent(file + " " + id, plan.planYear());
    if (earlier != null && earlier != plan.planYear()) {
      faults.add(
          new PackFault(
              file,
              0,
              "%d年方案中的编号“%s”在%d年的方案中已经有了".formatted(plan.planYear(), id, earlier),
              "请在编号前加上年份，如%d-%s".formatted(plan.planYear(), id)));
    }
  }
}
