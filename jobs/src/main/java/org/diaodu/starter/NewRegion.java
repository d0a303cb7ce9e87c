package org.diaodu.starter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has been said of a region that is about to be set up.
 *
 * @param areas all areas, the whole first
 * @param totalArea code of the whole; empty where it follows from the areas
 * @param capitalArea code of the capital; empty for none
 * @param planYear year of the plan
 * @param targets the plan's targets; none is a plan without any
 */
public record NewRegion(
    List<NewArea> areas,
    String totalArea,
    String capitalArea,
    int planYear,
    List<NewTarget> targets) {

  /** The region of some words, tables and codes; collects what cannot be understood. */
  public static final class Builder {
    private final List<NewArea> areas = new ArrayList<>();
    private final List<NewTarget> targets = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private String total = "";
    private String capital = "";

    /** Areas as {@code CODE=NAME}, several separated by commas. */
    public void areas(String written) {
      for (String area : written.split("[,，;；]")) {
        area(area).ifPresent(areas::add);
      }
    }

    /** The whole, by its code, or as {@code CODE=NAME}. */
    public void total(String written) {
      total = written.split("=", 2)[0].strip();
      if (written.contains("=")) {
        area(written).ifPresent(areas::add);
      }
    }

    /** The capital, by its code. */
    public void capital(String code) {
      capital = code.strip();
    }

    /** A target such as {@code 固定资产投资增速>=7%}. */
    public void target(String written) {
      NewTarget.parse(written)
          .ifPresentOrElse(
              targets::add,
              () -> faults.add("目标“%s”看不懂：请写成“固定资产投资增速>=7%%”或“居民消费价格down”的样子".formatted(written)));
    }

    /** What a workbook holds of both. */
    public void sheets(StarterSheets sheets) {
      areas.addAll(sheets.areas());
      targets.addAll(sheets.targets());
      faults.addAll(sheets.faults());
      if (capital.isEmpty()) {
        capital = sheets.capital();
      }
    }

    /** All that cannot be understood, in Chinese. */
    public List<String> faults() {
      return faults;
    }

    /** The region; its faults are told before it is used. */
    public NewRegion build(int planYear) {
      if (total.isEmpty()) {
        total = whole().orElse("");
      }
      if (areas.isEmpty()) {
        faults.add("没有地区：请用--area 代码=名称或--from写明");
      } else if (total.isEmpty()) {
        faults.add("看不出哪个地区是合计：请用--total写明它的代码");
      } else if (areas.stream().noneMatch(area -> area.code().equals(total))) {
        faults.add("合计地区%s不在所列地区中：请写成--total 代码=名称".formatted(total));
      }
      if (!capital.isEmpty() && areas.stream().noneMatch(area -> area.code().equals(capital))) {
        faults.add("首府%s不在所列地区中：请改正--capital或补上该地区".formatted(capital));
      }
      areas.sort(Comparator.comparing(area -> !area.code().equals(total)));
      return new NewRegion(List.copyOf(areas), total, capital, planYear, List.copyOf(targets));
    }

    /** Of codes that follow GB/T 2260, the one that ends in two zeros is what the others lie in. */
    private Optional<String> whole() {
      List<String> wholes =
          areas.stream().map(NewArea::code).filter(code -> code.matches("\\d{4}00")).toList();
      return wholes.size() == 1 ? Optional.of(wholes.get(0)) : Optional.empty();
    }

    private Optional<NewArea> area(String written) {
      String[] parts = written.split("=", 2);
      if (parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()) {
        return Optional.of(new NewArea(parts[0].strip(), parts[1].strip()));
      }
      faults.add("地区“%s”看不懂：请写成“代码=名称”".formatted(written.strip()));
      return Optional.empty();
    }
  }
}
