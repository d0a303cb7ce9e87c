package org.diaodu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.Mark;
import org.diaodu.document.PeriodText;
import org.diaodu.domain.Frequency;
import org.diaodu.region.Action;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/**
 * Every document of a period: the bulletin over all actions, one for each action, a card for each
 * area, the notice of what is overdue and the list of problems handed over.
 */
public final class Bulletins {
  /** Id of the bulletin over all actions. */
  public static final String OVERALL = "bulletin";

  /** Id of the notice of what is overdue. */
  public static final String OVERDUE = "overdue";

  private final RegionPack pack;
  private final BulletinFigures figures;

  private Bulletins(RegionPack pack, BulletinFigures figures) {
    this.pack = pack;
    this.figures = figures;
  }

  /** All documents of the period, as drafts; those without figures of their own, too. */
  public static List<Document> all(RegionPack pack, BulletinFigures figures) {
    Bulletins of = new Bulletins(pack, figures);
    List<Document> documents = new ArrayList<>();
    documents.add(of.overall());
    if (figures.period().frequency() == Frequency.M && figures.period().year() == pack.planYear()) {
      pack.actions().forEach(action -> documents.add(of.action(action)));
      pack.areasInTotal(figures.period()).forEach(area -> documents.add(of.card(area)));
    }
    documents.add(of.overdue());
    documents.add(of.handedOver());
    return documents;
  }

  /** The bulletin over all actions: monthly, quarterly or annual by the period of the figures. */
  public static Document overall(RegionPack pack, BulletinFigures figures) {
    return new Bulletins(pack, figures).overall();
  }

  /** What is overdue, a sheet for each area. */
  public static Document overdue(RegionPack pack, BulletinFigures figures) {
    return new Bulletins(pack, figures).overdue();
  }

  private Document overall() {
    Composition of = new Composition(pack, figures, OVERALL, Target::isDistinct);
    Sections sections = new Sections();
    List<Indicator> indicators =
        pack.indicators().stream().filter(i -> of.growth(i, pack.totalArea()).isPresent()).toList();
    sections.section("总体情况", new OverviewSection(of).blocks());
    if (figures.period().frequency() == Frequency.Q && of.isOfThePlan()) {
      sections.section("与上季度末相比", new ChangeSection(of).blocks());
    }
    sections.section("主要指标", new IndicatorSection(of).blocks(indicators));
    sections.section("各地情况", new AreaSection(of).blocks(pack.coreIndicators()));
    sections.section(of.capitalName() + "占比", new ShareSection(of).blocks());
    if (of.isOfThePlan()) {
      plan(sections, of);
    }
    sections.section("数据说明", new NotesSection(of).blocks());
    return document(
        OVERALL,
        "%s%s%s"
            .formatted(
                pack.nameZh(),
                PeriodText.of(figures.period()),
                figures.period().frequency() == Frequency.Q ? "督查调度通报" : "调度通报"),
        pack.dispatch().office().isEmpty() ? "" : of.unitName(pack.dispatch().office()),
        sections.blocks());
  }

  private Document action(Action action) {
    String id = "action-" + action.annex();
    Composition of = new Composition(pack, figures, id, t -> t.action().equals(action.nameZh()));
    Sections sections = new Sections();
    List<Indicator> core =
        pack.coreIndicators().stream().filter(of.indicators()::contains).toList();
    List<Indicator> known =
        of.indicators().stream().filter(i -> of.growth(i, pack.totalArea()).isPresent()).toList();
    sections.section("总体情况", new OverviewSection(of).blocks());
    if (!known.isEmpty()) {
      sections.section("主要指标", new IndicatorSection(of).blocks(known));
    }
    if (!core.isEmpty()) {
      sections.section("各地情况", new AreaSection(of).blocks(core));
    }
    sections.section("目标完成情况", new TargetSection(of).blocks());
    sections.section("任务进展", new TaskSection(of).ofAction(action));
    sections.section("问题整改", new RectificationSection(of).blocks());
    sections.section("近期到期事项", new DueSection(of).blocks());
    sections.section("数据说明", new NotesSection(of).blocks());
    return document(
        id,
        "%s%s“%s”调度通报".formatted(pack.nameZh(), PeriodText.of(figures.period()), action.nameZh()),
        "%s（%s专班办公室）".formatted(of.unitName(action.office()), action.nameZh()),
        sections.blocks());
  }

  private Document card(Area area) {
    String id = "area-" + area.refArea();
    Composition of = new Composition(pack, figures, id, Target::isDistinct);
    return document(
        id,
        "%s%s调度指标卡".formatted(area.nameZh(), PeriodText.of(figures.period())),
        pack.dispatch().office().isEmpty() ? "" : of.unitName(pack.dispatch().office()),
        new AreaCard(of, area).blocks());
  }

  private Document overdue() {
    Composition of = new Composition(pack, figures, OVERDUE, Target::isDistinct);
    return document(OVERDUE, pack.nameZh() + "统计数据催报单", "", new OverdueList(of).blocks());
  }

  private Document handedOver() {
    String id = "rectifications";
    Composition of = new Composition(pack, figures, id, Target::isDistinct);
    return document(
        id,
        "%s%s整改交办清单".formatted(pack.nameZh(), PeriodText.of(figures.period())),
        pack.dispatch().office().isEmpty() ? "" : of.unitName(pack.dispatch().office()),
        new HandedOverList(of).blocks());
  }

  /** What the plan asks for, and what follows from it. */
  private void plan(Sections sections, Composition of) {
    sections.section("目标完成情况", new TargetSection(of).blocks());
    if (!pack.actions().isEmpty()) {
      sections.section("任务进展", new TaskSection(of).counts());
    }
    sections.section("问题整改", new RectificationSection(of).blocks());
    sections.section("表扬和批评", new AssessmentSection(of).blocks());
    sections.section("近期到期事项", new DueSection(of).blocks());
  }

  private Document document(String id, String title, String issuer, List<Block> blocks) {
    LocalDate asOf = figures.asOf();
    Document document =
        new Document(
            id, title, issuer, PeriodText.of(figures.period()), asOf, "草稿", Set.of(), blocks);
    Set<Mark> marks = new TreeSet<>(EnumSet.of(Mark.draft));
    if (document.figures().stream().anyMatch(Figure::simulated)) {
      marks.add(Mark.simulated);
    }
    return document.as("草稿", marks);
  }
}
