package org.diaodu.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.diaodu.domain.Handling;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Responsibility;
import org.diaodu.region.Target;
import org.diaodu.text.WrittenDay;

/** Checks the lines of progress files that say how a problem is handled. */
final class HandlingLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RegionPack pack;
  private transient Responsibility.OfPlan responsibilities;

  HandlingLine(RegionPack pack) {
    this.pack = pack;
  }

  /**
   * The new day of an extension, granted or asked for; null for every other line. Nobody but the
   * dispatch office puts off, reviews or closes, and nobody a problem that he answers for.
   *
   * @param target what the line is about; null where it is a task, which has no problems
   */
  LocalDate read(
      LineFields line,
      Target target,
      String refArea,
      String status,
      String reporter,
      LocalDate released,
      LineFaults faults) {
    Optional<Handling.Step> step = Handling.Step.of(status);
    if (step.isPresent()) {
      check(line, target, refArea, step.get(), reporter, faults);
    }
    String written = line.text("due_on");
    if (step.filter(Handling.Step::namesADay).isPresent()) {
      return day(line, written, released, faults);
    }
    if (!written.isEmpty()) {
      faults.add(
          "day_of_no_extension",
          line.column("due_on"),
          written,
          "空",
          "新的期限只在延期（extended）和申请延期（extension_requested）时填写。请清空due_on");
    }
    return null;
  }

  private void check(
      LineFields line,
      Target target,
      String refArea,
      Handling.Step step,
      String reporter,
      LineFaults faults) {
    if (target == null) {
      faults.add(
          "problem_of_a_task",
          line.column("status"),
          step.name(),
          "目标编号",
          "任务没有整改问题，不能填%s。请改填目标编号".formatted(step));
    } else if (step.isOfTheOffice()) {
      String office = pack.dispatch().office();
      boolean own = responsibility(target, refArea).answering().contains(reporter);
      if (own || office.isEmpty() || !reporter.equals(office)) {
        String who = office.isEmpty() ? "地区包region.yaml中dispatch_office写明的单位" : name(office);
        faults.add(
            own ? "closed_by_owner" : "not_the_office",
            line.column("reporter"),
            line.text("reporter"),
            who,
            "%s由%s办理，%s。整改结果请用reported报送"
                .formatted(step.nameZh(), who, own ? "责任单位不能给自己的问题办理" : "其他单位不能办理"));
      }
    }
  }

  private Responsibility responsibility(Target target, String refArea) {
    if (responsibilities == null) {
      responsibilities = pack.responsibilities();
    }
    Target distinct =
        target.isDistinct() ? target : pack.target(target.sameAs().get(0)).orElse(target);
    return responsibilities.of(distinct, refArea);
  }

  private String name(String unit) {
    return pack.answererName(unit);
  }

  private static LocalDate day(
      LineFields line, String written, LocalDate released, LineFaults faults) {
    Optional<LocalDate> day =
        WrittenDay.of(written).filter(of -> released == null || of.isAfter(released));
    if (day.isPresent()) {
      return day.get();
    }
    faults.add(
        "no_new_day",
        line.column("due_on"),
        written,
        "2024-10-31",
        "延期要写新的期限，晚于填报日期。请在due_on写成2024-10-31的样子");
    return null;
  }
}
