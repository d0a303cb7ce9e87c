package org.diaodu.layout;

import java.util.List;
import org.diaodu.region.RegionPack;

/**
 * What holds for every cell of a table.
 *
 * @param table where it stands
 * @param template how it is read
 * @param pack the region
 * @param publication when its file was published and came
 * @param title what stands over it
 * @param period the period that stands over it
 * @param area the area that stands over it or names its sheet, where the template asks for it
 * @param units the units that stand over it, or in its notes
 * @param scope words by which its figures are not what the template takes them for
 */
record TableContext(
    FoundTable table,
    Template template,
    RegionPack pack,
    Publication publication,
    TableTitle title,
    TablePeriod period,
    TableArea area,
    TableUnits units,
    TitleScope scope) {

  static TableContext of(
      FoundTable table, Template template, RegionPack pack, Publication publication) {
    TableTitle title =
        TableTitle.of(table.titles(), table.grid().titlesAbove().size(), template.titles());
    TablePeriod period =
        TablePeriod.of(
            title.lines(), Label.normal(table.grid().sheet()), table.namesPartsOfAYear());
    List<TextEvidence> place =
        template.areaFrom() == Template.Place.sheet
            ? List.of(TextEvidence.of(Label.normal(table.grid().sheet())))
            : title.lines();
    TableArea area =
        template.areaFrom() == null ? TableArea.NONE : TableArea.of(place, AreaMentions.of(pack));
    return new TableContext(
        table,
        template,
        pack,
        publication,
        title,
        period,
        area,
        TableUnits.of(title, table.notes()),
        TitleScope.of(title, table.notes(), template.titles()));
  }

  /** Name of the sheet. */
  String sheet() {
    return table.grid().sheet();
  }
}
