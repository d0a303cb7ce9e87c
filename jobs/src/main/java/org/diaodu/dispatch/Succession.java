package org.diaodu.dispatch;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.region.Area;

/** The areas that end, and those that take over what is open of them. */
final class Succession {
  private final Map<String, Area> areas = new HashMap<>();
  private final Map<String, Area> successors = new HashMap<>();

  /** Among the areas of a pack. */
  Succession(Collection<Area> areas) {
    for (Area area : areas) {
      this.areas.put(area.refArea(), area);
      area.succeeds().forEach(before -> successors.put(before, area));
    }
  }

  /** Code of the area that takes over from another; empty where none does. */
  Optional<String> successor(String refArea) {
    return Optional.ofNullable(successors.get(refArea)).map(Area::refArea);
  }

  /** Codes of the areas that an area takes over from. */
  List<String> predecessors(String refArea) {
    return area(refArea).map(Area::succeeds).orElse(List.of());
  }

  /** The first dispatch at which an area is no more; empty where no end is known. */
  Optional<LocalDate> handsOverOn(String refArea) {
    return area(refArea)
        .map(area -> area.validity().last())
        .map(last -> last.plusDays(1).with(TemporalAdjusters.lastDayOfMonth()));
  }

  /** Chinese name. */
  String nameZh(String refArea) {
    return area(refArea).map(Area::nameZh).orElse(refArea);
  }

  /** Until when it was, and who takes over, in Chinese. */
  String end(String refArea) {
    Area area = areas.get(refArea);
    LocalDate last = area.validity().last();
    return "%s存续至%d年%d月%d日，%s"
        .formatted(
            area.nameZh(),
            last.getYear(),
            last.getMonthValue(),
            last.getDayOfMonth(),
            successor(refArea).map(next -> "由" + nameZh(next) + "承接").orElse("没有承接的地区"));
  }

  private Optional<Area> area(String refArea) {
    return Optional.ofNullable(areas.get(refArea));
  }
}
