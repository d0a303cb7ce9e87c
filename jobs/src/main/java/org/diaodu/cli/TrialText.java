package org.diaodu.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Measure;
import org.diaodu.ingest.CellCounts;
import org.diaodu.ingest.Fault;
import org.diaodu.ingest.FileTrial;
import org.diaodu.ingest.FormReceipt;
import org.diaodu.ingest.TriedCell;
import org.diaodu.region.RegionPack;
import org.diaodu.text.DisplayWidth;

/** What a night would make of a file, as a table for people. */
final class TrialText {
  private static final List<String> HEADER =
      List.of("位置", "结果", "地区", "指标或事项", "时期", "口径", "数值", "发布日期", "说明");

  private static final Map<String, String> ACCUMULATIONS =
      Map.of("PER", "当期", "YTD", "累计", "EOP", "期末");

  /** A raw text is shown as far as this. */
  private static final int SHOWN = 20;

  private final RegionPack pack;
  private final Map<String, String> areas = new HashMap<>();

  private TrialText(RegionPack pack) {
    this.pack = pack;
    pack.areas().forEach(area -> areas.put(area.refArea(), area.nameZh()));
  }

  static void print(FileTrial trial, RegionPack pack, PrintWriter out) {
    CellCounts counts = trial.counts();
    out.printf(
        "%s：数据 %d 个 = 收下 %d（其中存疑 %d）+ 退回 %d（其中暂扣 %d）+ 略过 %d%n",
        trial.file().file(),
        counts.read(),
        counts.accepted(),
        counts.warned(),
        counts.quarantined(),
        counts.held(),
        counts.ignored());
    for (Fault fault : trial.faults()) {
      String word = fault.severity() == Fault.Severity.reject ? "退回" : "注意";
      out.println("%s：%s".formatted(word, fault.message()));
    }
    trial.receipt().ifPresent(receipt -> print(receipt, out));
    if (!trial.cells().isEmpty()) {
      out.println();
      new TrialText(pack).table(trial.cells(), out);
    }
    out.flush();
  }

  private static void print(FormReceipt receipt, PrintWriter out) {
    out.println("回执：%s。%s".formatted(receipt.summary(), receipt.signedBy()));
    for (FormReceipt.Line line : receipt.lines()) {
      if (line.verdict() == FormReceipt.Verdict.owed) {
        out.println("  仍欠：%s（%s），期限%s".formatted(line.subject(), line.place(), line.until()));
      }
    }
  }

  private void table(List<TriedCell> cells, PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    cells.forEach(cell -> lines.add(line(cell)));
    int[] widths = new int[HEADER.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(line.get(i)));
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(DisplayWidth.padded(line.get(i), widths[i])).append("  ");
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private List<String> line(TriedCell cell) {
    Map<String, String> fields = cell.fields();
    String area = fields.getOrDefault("ref_area", "");
    return List.of(
        cell.place(),
        outcome(cell),
        areas.getOrDefault(area, area),
        subject(fields),
        fields.getOrDefault("time_period", ""),
        words(fields),
        value(cell),
        Objects.toString(fields.get("release_date"), ""),
        because(cell));
  }

  private static String outcome(TriedCell cell) {
    return switch (cell.outcome()) {
      case accepted -> cell.faults().isEmpty() ? "收下" : "存疑";
      case held -> "暂扣";
      case quarantined -> "退回";
      case ignored -> "略过";
    };
  }

  private String subject(Map<String, String> fields) {
    String item = Objects.toString(fields.get("item"), "");
    String indicator = fields.getOrDefault("indicator", item);
    return pack.indicator(indicator).map(i -> i.nameZh()).orElse(indicator);
  }

  private static String words(Map<String, String> fields) {
    String accumulation =
        ACCUMULATIONS.getOrDefault(Objects.toString(fields.get("accumulation"), ""), "");
    String measure = fields.get("measure");
    return accumulation + (measure == null ? "" : Measure.valueOf(measure).nameZh());
  }

  /** The figure in the unit in which it is kept; of a cell that is not taken, what stands there. */
  private String value(TriedCell cell) {
    Map<String, String> fields = cell.fields();
    if (cell.outcome() != TriedCell.Outcome.accepted) {
      String raw = cell.rawText().strip().replaceAll("\\s+", " ");
      return raw.length() > SHOWN ? raw.substring(0, SHOWN) + "…" : raw;
    }
    if (fields.containsKey("item")) {
      String percent = fields.get("percent");
      return Stream.of(
              fields.get("status"), fields.get("amount"), percent == null ? null : percent + "%")
          .filter(Objects::nonNull)
          .collect(Collectors.joining(" "));
    }
    String value = fields.get("obs_value");
    String unit =
        pack.indicator(fields.get("indicator"))
            .map(i -> Measure.valueOf(fields.get("measure")).unit(i.unit()))
            .orElse("");
    return value == null ? "（撤回）" : value + unit;
  }

  private static String because(TriedCell cell) {
    if (cell.leftOutBecause() != null) {
      return cell.leftOutBecause();
    }
    if (cell.faults().isEmpty()) {
      return cell.outcome() == TriedCell.Outcome.quarantined ? "同上" : "";
    }
    return cell.faults().stream().map(Fault::message).collect(Collectors.joining("；"));
  }
}
