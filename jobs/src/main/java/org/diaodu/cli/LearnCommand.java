package org.diaodu.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diaodu.layout.ReadCell;
import org.diaodu.layout.TemplateDraft;
import org.diaodu.layout.Templates;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.UnreadableSheetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu learn}: a draft of a template, and what it would read. */
@Command(
    name = "learn",
    description = "从一个报表文件起草模板，并逐格列出按它会读到什么，供人核对修改。",
    mixinStandardHelpOptions = true)
final class LearnCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
  private String region;

  @Parameters(paramLabel = "FILE", description = "报表文件：xlsx、xls、网页表格或CSV")
  private Path file;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("找不到文件：" + file);
    }
    RegionPack pack = PackReader.read(Home.region(region));
    Book book;
    try {
      book = Books.read(file);
    } catch (UnreadableSheetException e) {
      throw new UsageException(e.getMessage());
    }
    String draft =
        TemplateDraft.of(book, pack)
            .orElseThrow(() -> new UsageException("文件里没有找到表格：没有“地区”“指标”一类的行标题表头"));
    PrintWriter out = spec.commandLine().getOut();
    out.print(draft);
    out.println();
    out.println("# 按这个模板会读到：");
    Iterator<ReadCell> cells =
        Templates.of(pack, Map.of("draft.yaml", draft)).plan(book).cells(LocalDate.EPOCH);
    while (cells.hasNext()) {
      out.println("# " + line(cells.next()));
    }
    out.flush();
    return Diaodu.DONE;
  }

  private static String line(ReadCell cell) {
    String place = cell.address() + "  " + cell.cell().text().replaceAll("\\s+", " ") + "  ";
    if (cell.ignoredBecause() != null) {
      return place + "略过：" + cell.ignoredBecause();
    }
    String doubts =
        cell.doubts().stream().map(ReadCell.Doubt::message).collect(Collectors.joining(";"));
    if (!cell.isRead()) {
      return place + "退回：" + (doubts.isEmpty() ? "同上" : doubts);
    }
    Map<String, String> f = cell.fields();
    return place
        + String.join(
            " ",
            f.get("ref_area"),
            f.get("indicator"),
            f.get("time_period"),
            f.get("accumulation"),
            f.get("measure"),
            f.get("obs_value") + f.get("unit"))
        + (doubts.isEmpty() ? "" : "  存疑：" + doubts);
  }
}
