package org.diaodu.bulletin;

import java.util.Map;
import java.util.TreeMap;
import org.diaodu.document.Letterhead;
import org.diaodu.document.PeriodText;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;

/** What surrounds the text of a document, in the words of the pack. */
final class Letters {
  private final RegionPack pack;
  private final BulletinFigures figures;
  private final Say say;

  Letters(RegionPack pack, BulletinFigures figures) {
    this.pack = pack;
    this.figures = figures;
    this.say = new Say(pack.stationery().wording());
  }

  /**
   * The letterhead of a bulletin, which is sent to all whom the pack names.
   *
   * @param kind of the document: {@code action} has the master {@code action.docx}, if there is one
   * @param title with the places at which it may be broken
   * @param issuer name below the text
   * @param annexes what is said of the annexes below the text
   */
  Letterhead bulletin(String kind, String title, String issuer, String annexes) {
    Map<String, String> fields = fields(title, issuer);
    fields.put("主送", say.words("letter.addressee"));
    fields.put("附件说明", annexes);
    fields.put("抄送", say.words("letter.copies"));
    fields.put("印发机关", fields.get("发文机关"));
    fields.put("印发日期", fields.get("成文日期"));
    return new Letterhead(pack.stationery().master(kind), fields);
  }

  /** The letterhead of a card, a list or a notice: it has no imprint, and says itself to whom. */
  Letterhead enclosure(String kind, String title, String issuer) {
    return new Letterhead(pack.stationery().master(kind), fields(title, issuer));
  }

  private Map<String, String> fields(String title, String issuer) {
    String office = pack.dispatch().office();
    Map<String, String> fields = new TreeMap<>();
    fields.put("发文机关标志", say.words("letter.masthead", "region", pack.nameZh()));
    fields.put("发文机关", office.isEmpty() ? "" : pack.answererName(office));
    fields.put("期号", say.words("letter.number", "number", number(figures.period())));
    fields.put("标题", Titles.broken(title));
    fields.put("落款", issuer);
    fields.put("成文日期", Shown.day(figures.asOf()));
    fields.put("联系人", say.words("letter.contact"));
    return fields;
  }

  /** A title: {@code titles.month} and so on, with the period in words. */
  String title(String name, Object... more) {
    Object[] parts = new Object[more.length + 4];
    System.arraycopy(more, 0, parts, 0, more.length);
    parts[more.length] = "period";
    parts[more.length + 1] = PeriodText.of(figures.period());
    parts[more.length + 2] = "region";
    parts[more.length + 3] = pack.nameZh();
    return say.words("titles." + name, parts);
  }

  /** Issues are counted within the year, those of months and of quarters each by themselves. */
  private static int number(TimePeriod period) {
    return switch (period.frequency()) {
      case A -> 1;
      case Q, M -> period.number();
    };
  }
}
