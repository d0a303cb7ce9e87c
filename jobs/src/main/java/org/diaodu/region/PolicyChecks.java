package org.diaodu.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Light;

/** Whether the numbers of a policy fit each other and the plan that it judges. */
final class PolicyChecks {
  /** From the best light to the worst. */
  private static final List<Light> BEST_FIRST =
      List.of(Light.green, Light.blue, Light.yellow, Light.red);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final RegionPack pack;
  private final YamlFile file;
  private final Policy policy;
  private final References known;

  private PolicyChecks(RegionPack pack, File of, References known) {
    this.pack = pack;
    this.file = of.yaml();
    this.policy = of.policy();
    this.known = known;
  }

  /** A policy and the file that it stands in. */
  record File(YamlFile yaml, Policy policy) {}

  /** Each by itself, and all as they follow each other. */
  static void run(RegionPack pack, List<File> policies, References known) {
    policies.forEach(file -> run(pack, file, known));
    List<File> inOrder =
        policies.stream()
            .sorted(Comparator.comparing((File file) -> file.policy().validFrom()))
            .toList();
    Set<String> ids = new HashSet<>();
    for (File file : inOrder) {
      String id = file.policy().policyId();
      if (!ids.add(id) && !id.isEmpty()) {
        file.yaml().fault("policy_id", "policy_id“%s”已经是另一个办法的".formatted(id), "改了数就要换policy_id");
      }
    }
    for (int i = 1; i < inOrder.size(); i++) {
      follows(inOrder.get(i - 1).policy(), inOrder.get(i));
    }
  }

  /** From each day on one policy is in force, and no day is without. */
  private static void follows(Policy before, File next) {
    LocalDate from = next.policy().validFrom();
    if (from.equals(before.validFrom())) {
      next.yaml()
          .fault(
              "valid_from", "与办法%s同一天（%s）起施行".formatted(before.policyId(), from), "请改正valid_from");
    } else if (before.validTo() != null && !before.validTo().plusDays(1).equals(from)) {
      next.yaml()
          .fault(
              "valid_from",
              "办法%s施行到%s，这一个却从%s起".formatted(before.policyId(), before.validTo(), from),
              "请前后衔接，或删去前一个的valid_to");
    }
  }

  private static void run(RegionPack pack, File file, References known) {
    PolicyChecks checks = new PolicyChecks(pack, file, known);
    checks.validity();
    checks.targets();
    checks.tolerances();
    checks.reconciled();
    checks.weights();
    checks.points();
    checks.thresholds();
    checks.steps();
  }

  private void validity() {
    if (policy.validTo() != null && policy.validTo().isBefore(policy.validFrom())) {
      fault(
          "valid_to",
          "valid_to %s早于valid_from %s".formatted(policy.validTo(), policy.validFrom()),
          "请核对两个日期");
    }
  }

  private void targets() {
    for (String field : List.of("applies_to_counties", "phased_by_history", "due_at_deadline")) {
      for (YamlNode id : file.list(field)) {
        if (!known.hasTarget(id.text())) {
          id.fault("目标“%s”不在targets.csv中".formatted(id.text()), "请改正" + field);
        }
      }
    }
  }

  private void tolerances() {
    Tolerances all = policy.tolerances();
    file.entries("tolerances")
        .forEach(
            (id, place) -> {
              Target target = pack.target(id).orElse(null);
              if (target == null && !known.hasTarget(id)) {
                place.fault("目标“%s”不在targets.csv中".formatted(id), "请改正tolerances");
              } else if (target != null) {
                Stream.of(all.yellowWithinOf().get(id), all.aboutWithinOf().get(id))
                    .filter(size -> size != null)
                    .forEach(size -> unit(target, size, place));
              }
            });
  }

  private static void unit(Target target, Tolerances.Size size, YamlNode place) {
    List<String> units = List.of("", Tolerances.PERCENT, Tolerances.POINTS, target.unit());
    if (!units.contains(size.unit())) {
      place.fault(
          "容差的单位“%s”不是目标%s的单位".formatted(size.unit(), target.targetId()),
          "可写%s、%%或个百分点，或只写数".formatted(target.unit()));
    }
  }

  private void reconciled() {
    for (YamlNode code : file.list("reconciled_to_total")) {
      Indicator indicator = pack.indicator(code.text()).orElse(null);
      if (indicator == null && !known.hasIndicator(code.text())) {
        code.fault("指标“%s”不在indicators.csv中".formatted(code.text()), "请改正reconciled_to_total");
      } else if (indicator != null && !indicator.additive()) {
        code.fault("指标%s不能相加".formatted(code.text()), "请从reconciled_to_total中删去");
      }
    }
  }

  /** A word that no target has weighs nothing: it is misspelt, or left over. */
  private void weights() {
    List<String> words =
        pack.targets().stream().map(Target::commitment).filter(w -> !w.isEmpty()).toList();
    policy
        .assessment()
        .weights()
        .forEach(
            (word, weight) -> {
              if (weight.signum() < 0) {
                fault("weights", "%s的轻重是负数".formatted(word), "请写零或正数");
              }
              if (!words.contains(word) && known.canRead("targets.csv") && !words.isEmpty()) {
                fault(
                    "weights",
                    "没有目标的commitment是“%s”".formatted(word),
                    "目标中有：" + words.stream().distinct().sorted().collect(Collectors.joining("、")));
              }
            });
  }

  private void points() {
    Map<Light, BigDecimal> points = policy.assessment().points();
    if (points.containsKey(Light.no_data)) {
      fault("points", "没有数据的不计分，却写了no_data", "请删去");
    }
    List<String> turned = new ArrayList<>();
    for (int i = 1; i < BEST_FIRST.size(); i++) {
      Light better = BEST_FIRST.get(i - 1);
      Light worse = BEST_FIRST.get(i);
      if (points.get(better).compareTo(points.get(worse)) < 0) {
        turned.add("%s比%s分少".formatted(better.nameZh(), worse.nameZh()));
      }
    }
    if (!turned.isEmpty()) {
      fault("points", String.join("，", turned), "请按绿、蓝、黄、红从高到低写");
    }
  }

  private void thresholds() {
    Policy.Assessment assessment = policy.assessment();
    if (assessment.praiseFrom().compareTo(assessment.criticiseBelow()) < 0) {
      fault(
          "assessment",
          "表扬的界限%s低于批评的界限%s".formatted(assessment.praiseFrom(), assessment.criticiseBelow()),
          "请把praise_from写得不低于criticise_below");
    } else if (assessment.praiseFrom().compareTo(HUNDRED) > 0
        || assessment.criticiseBelow().signum() < 0) {
      fault("assessment", "表扬和批评的界限不在0到100之间", "请改正praise_from和criticise_below");
    }
    if (assessment.praiseAdds().signum() < 0 || assessment.criticismDeducts().signum() < 0) {
      fault("assessment", "表扬加的分或批评减的分是负数", "praise_adds和criticism_deducts请写正数或0");
    }
    if (assessment.overdue().signum() > 0) {
      fault("assessment", "逾期未销号反而加%s分".formatted(assessment.overdue()), "请写零或负数");
    }
  }

  private void steps() {
    Policy.Rectification steps = policy.rectification();
    if (steps.superviseAfter() > steps.escalateAfter()) {
      fault(
          "rectification",
          "督办要再过%d期，报召集人却只要%d期".formatted(steps.superviseAfter(), steps.escalateAfter()),
          "请把escalate_after写得不小于supervise_after");
    }
    Policy.Landing landing = policy.landing();
    boolean isPercent =
        landing.confidencePct().signum() > 0 && landing.confidencePct().compareTo(HUNDRED) < 0;
    if (!isPercent || landing.years() < 2 || landing.annualYears() < 2) {
      fault("landing", "推算的把握不在0到100之间，或年数少于2", "请改正confidence_pct、years、annual_years");
    }
  }

  private void fault(String field, String found, String remedy) {
    file.fault(field, found, remedy);
  }
}
