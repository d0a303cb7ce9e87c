package org.diaodu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.Letterhead;
import org.diaodu.document.Mark;
import org.diaodu.document.PeriodText;
import org.diaodu.document.Text;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Light;
import org.diaodu.region.Action;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

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
  private final Letters letters;

  private Bulletins(RegionPack pack, BulletinFigures figures) {
    this.pack = pack;
    this.figures = figures;
    this.letters = new Letters(pack, figures);
  }

  /** All documents of the period, as drafts; those without figures of their own, too. */
  public static List<Document> all(RegionPack pack, BulletinFigures figures) {
    Bulletins of = new Bulletins(pack, figures);
    List<Document> documents = new ArrayList<>();
    documents.add(of.overall());
    if (figures.period().frequency() == Frequency.M && figures.period().year() == pack.planYear()) {
      pack.actions().forEach(action -> documents.add(of.action(action)));
      pack.subjects(figures.period()).forEach(area -> documents.add(of.card(area)));
    }
    documents.add(of.overdue());
    documents.add(of.handedOver());
    return documents;
  }

  /** The bulletin over all actions: monthly, quarterly or annual by the period of the figures. */
  public static Document overall(RegionPack pack, BulletinFigures figures) {
    return new Bulletins(pack, figures).overall();
  }

  /** How many targets of the plan have which light, as the overall bulletin counts them. */
  public static Map<Light, Integer> lights(RegionPack pack, BulletinFigures figures) {
    return byLight(new Composition(pack, figures, OVERALL, Target::isDistinct).judged());
  }

  /**
   * How many targets have which light in an area, as its tile on the page and its card count them,
   * and how many have none; empty where none is held against it.
   */
  public static Map<Light, Integer> lights(RegionPack pack, BulletinFigures figures, String area) {
    return byLight(new Composition(pack, figures, OVERALL, Target::isDistinct).allIn(area));
  }

  private static Map<Light, Integer> byLight(List<TableRow> rows) {
    Map<Light, Integer> counts = new EnumMap<>(Light.class);
    rows.forEach(row -> counts.merge(BulletinFigures.light(row), 1, Integer::sum));
    return counts;
  }

  /** What is overdue, a sheet for each area. */
  public static Document overdue(RegionPack pack, BulletinFigures figures) {
    return new Bulletins(pack, figures).overdue();
  }

  private Document overall() {
    Composition of = new Composition(pack, figures, OVERALL, Target::isDistinct);
    List<Indicator> indicators =
        pack.indicators().stream().filter(i -> of.growth(i, pack.totalArea()).isPresent()).toList();
    Annexes annexes = new Annexes();
    if (of.isOfThePlan()) {
      ofPlan(annexes, of);
    }
    charts(annexes, of, pack.coreIndicators().stream().filter(indicators::contains).toList());
    annexes.add("notes", annexTitle(of, "notes"), false, new NotesSection(of).blocks());
    Sections details = new Sections();
    details.part("主要指标", new IndicatorSection(of).blocks(indicators));
    details.parts(new AreaSection(of).blocks(pack.coreIndicators()));
    details.part(of.capitalName() + "占比", new ShareSection(of).blocks());
    if (of.isOfThePlan()) {
      details.parts(new TargetSection(of).details());
      details.part("任务进展", new TaskSection(of).counts());
      details.part(of.parts() + "得分", new AssessmentSection(of).blocks());
      details.part("近期到期事项", new DueSection(of).blocks());
    }
    annexes.onScreen(annexTitle(of, "details"), details.blocks());
    String kind = of.isOfThePlan() ? kind() : "figures";
    return document(OVERALL, letters.title(kind), issuer(), text(of, annexes), annexes);
  }

  private String kind() {
    return switch (figures.period().frequency()) {
      case A -> "year";
      case Q -> "quarter";
      case M -> "month";
    };
  }

  private void ofPlan(Annexes annexes, Composition of) {
    List<Block> areas = new ArrayList<>(new AreaTable(of).blocks());
    if (!areas.isEmpty()) {
      areas.addAll(0, new OverviewSection(of, annexes).ranks());
    }
    annexes.add("areas", annexTitle(of, "areas"), true, areas);
    annexes.add("targets", annexTitle(of, "targets"), true, new TargetSection(of).list());
    if (figures.period().frequency() == Frequency.Q) {
      annexes.add("changes", annexTitle(of, "changes"), true, new ChangeSection(of).blocks());
    }
    annexes.add(
        "rectifications",
        annexTitle(of, "rectifications"),
        true,
        new RectificationSection(of).list());
  }

  private void charts(Annexes annexes, Composition of, List<Indicator> indicators) {
    annexes.add("charts", annexTitle(of, "charts"), false, new ChartSection(of).blocks(indicators));
  }

  private String annexTitle(Composition of, String name) {
    return of.words("annexes." + name);
  }

  /** What is read aloud: everything before the annexes. */
  private List<Block> text(Composition of, Annexes annexes) {
    Additions additions = Additions.of(pack.stationery().addition(figures.period().toString()));
    Sections sections = new Sections();
    if (of.isOfThePlan()) {
      new AreaLights(of).tiles().ifPresent(sections::add);
    }
    sections.add(opening(of));
    section(sections, of, additions, "overview", new OverviewSection(of, annexes).blocks());
    if (of.isOfThePlan()) {
      FollowSections follow = new FollowSections(of, annexes);
      section(sections, of, additions, "problems", new ProblemSection(of).blocks());
      section(sections, of, additions, "rectification", follow.rectification());
      if (of.document().equals(OVERALL)) {
        section(sections, of, additions, "findings", follow.findings());
      }
      section(sections, of, additions, "next", follow.requirements());
    }
    return sections.blocks();
  }

  private void section(
      Sections sections, Composition of, Additions additions, String name, List<Block> blocks) {
    String title = of.words("sections." + name);
    List<Block> all = new ArrayList<>(blocks);
    additions.to(title).forEach(text -> all.add(Sections.paragraph(Text.words(text))));
    if (!all.isEmpty()) {
      sections.section(title, all);
    }
  }

  private Block opening(Composition of) {
    String period = PeriodText.of(figures.period());
    String day = Shown.day(figures.asOf());
    return Sections.paragraph(
        pack.plan().isStated() && of.isOfThePlan()
            ? of.say(
                "opening.of_plan",
                "plan",
                pack.plan().titleZh(),
                "document",
                pack.plan().document(),
                "period",
                period,
                "day",
                day)
            : of.say("opening.otherwise", "period", period, "day", day));
  }

  private Document action(Action action) {
    String id = "action-" + action.annex();
    Composition of = new Composition(pack, figures, id, t -> t.action().equals(action.nameZh()));
    List<Indicator> core =
        pack.coreIndicators().stream().filter(of.indicators()::contains).toList();
    List<Indicator> known =
        of.indicators().stream().filter(i -> of.growth(i, pack.totalArea()).isPresent()).toList();
    Annexes annexes = new Annexes();
    ofPlan(annexes, of);
    charts(annexes, of, core);
    annexes.add("tasks", annexTitle(of, "tasks"), true, new TaskSection(of).ofAction(action));
    annexes.add("notes", annexTitle(of, "notes"), false, new NotesSection(of).blocks());
    Sections details = new Sections();
    details.part("主要指标", new IndicatorSection(of).blocks(known));
    details.parts(new AreaSection(of).blocks(core));
    details.parts(new TargetSection(of).details());
    details.part("近期到期事项", new DueSection(of).blocks());
    annexes.onScreen(annexTitle(of, "details"), details.blocks());
    return document(
        id,
        letters.title("action", "action", action.nameZh()),
        "%s（%s专班办公室）".formatted(of.unitName(action.office()), action.nameZh()),
        text(of, annexes),
        annexes);
  }

  private Document card(Area area) {
    String id = "area-" + area.refArea();
    Composition of = new Composition(pack, figures, id, Target::isDistinct);
    return document(
        id,
        letters.title("area", "area", area.nameZh()),
        issuer(),
        new AreaCard(of, area).blocks(),
        new Annexes());
  }

  private Document overdue() {
    Composition of = new Composition(pack, figures, OVERDUE, Target::isDistinct);
    return document(
        OVERDUE, letters.title("overdue"), issuer(), new OverdueList(of).blocks(), new Annexes());
  }

  private Document handedOver() {
    String id = "rectifications";
    Composition of = new Composition(pack, figures, id, Target::isDistinct);
    return document(
        id,
        letters.title("rectifications"),
        issuer(),
        new HandedOverList(of).blocks(),
        new Annexes());
  }

  private String issuer() {
    String office = pack.dispatch().office();
    return office.isEmpty() ? "" : pack.answererName(office);
  }

  private Document document(
      String id, String title, String issuer, List<Block> text, Annexes annexes) {
    LocalDate asOf = figures.asOf();
    List<Block> blocks = new ArrayList<>(text);
    blocks.addAll(annexes.blocks());
    String kind = id.replaceAll("-.*", "");
    Letterhead letterhead =
        annexes.list().isEmpty()
            ? letters.enclosure(kind, title, issuer)
            : letters.bulletin(kind, title, issuer, annexes.list());
    Document document =
        new Document(
            id,
            Titles.plain(title),
            issuer,
            PeriodText.of(figures.period()),
            asOf,
            "草稿",
            Set.of(),
            letterhead,
            blocks);
    Set<Mark> marks = new TreeSet<>(EnumSet.of(Mark.draft));
    if (document.figures().stream().anyMatch(Figure::simulated)) {
      marks.add(Mark.simulated);
    }
    return document.as("草稿", marks);
  }
}
