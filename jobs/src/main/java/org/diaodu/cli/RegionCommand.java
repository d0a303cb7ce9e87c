package org.diaodu.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.UnreadableSheetException;
import org.diaodu.starter.NewPackFolder;
import org.diaodu.starter.NewRegion;
import org.diaodu.starter.StarterPack;
import org.diaodu.starter.StarterSheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu region}: sets up the pack of a region. */
@Command(name = "region", description = "地区包。", mixinStandardHelpOptions = true)
final class RegionCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "new",
      description = {
        "建立一个新地区的地区包，只写必需的文件，随即可用。",
        "例：region new mine --year 2025 --total 999900=某市 --area 999901=甲区 --area 999921=乙县 --capital 999901 --target '固定资产投资增速>=7%%'"
      },
      mixinStandardHelpOptions = true)
  int create(
      @Parameters(paramLabel = "NAME", description = "地区包的名称：小写字母、数字、-和_") String name,
      @Option(names = "--year", paramLabel = "YEAR", required = true, description = "方案年份")
          int year,
      @Option(
              names = "--area",
              paramLabel = "CODE=NAME",
              description = "地区的代码（GB/T 2260）和名称，可以用逗号分开写几个，也可以重复")
          List<String> areas,
      @Option(names = "--total", paramLabel = "CODE[=NAME]", description = "合计地区；代码以00结尾的只有一个时可以不写")
          String total,
      @Option(names = "--capital", paramLabel = "CODE", description = "首府的代码；没有就不写") String capital,
      @Option(
              names = "--target",
              paramLabel = "TEXT",
              description = "目标，如“固定资产投资增速>=7%%”“居民消费价格down”，可以重复")
          List<String> targets,
      @Option(
              names = "--from",
              paramLabel = "FILE",
              description = "列有地区或目标的xlsx、xls或CSV，每张工作表一个表，可以重复")
          List<Path> from,
      @Option(names = "--to", paramLabel = "DIR", description = "建在哪个文件夹里；不写时是程序的conf/regions")
          Path to) {
    NewRegion.Builder builder = new NewRegion.Builder();
    given(from).forEach(file -> builder.sheets(sheets(file)));
    given(areas).forEach(builder::areas);
    given(targets).forEach(builder::target);
    if (total != null) {
      builder.total(total);
    }
    if (capital != null) {
      builder.capital(capital);
    }
    NewRegion region = builder.build(year);
    refuse(builder.faults());
    StarterPack draft = new StarterPack(region);
    refuse(draft.faults());
    Path folder = folder(name, to);
    RegionPack pack = NewPackFolder.write(folder, draft.files());
    tell(pack, folder, to == null ? name : folder.toString(), draft);
    return Diaodu.DONE;
  }

  private static <T> List<T> given(List<T> values) {
    return values == null ? List.of() : values;
  }

  private static StarterSheets sheets(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("找不到文件：" + file);
    }
    try {
      return new StarterSheets(Books.read(file));
    } catch (UnreadableSheetException e) {
      throw new UsageException(file + "：" + e.getMessage());
    }
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new UsageException(
          faults.stream().distinct().collect(Collectors.joining("\n"))
              + "\n没有建立地区包：以上%d处改正后再运行".formatted(faults.stream().distinct().count()));
    }
  }

  private static Path folder(String name, Path to) {
    if (!name.matches("[a-z][a-z0-9_-]*")) {
      throw new UsageException("名称“%s”不能用：只用小写字母、数字、-和_，以字母开头".formatted(name));
    }
    Path parent = to == null ? Home.folder().resolve("conf/regions") : to;
    Path folder = parent.resolve(name);
    if (Files.exists(folder)) {
      throw new UsageException("%s已经有了：换一个名称，或先移走它".formatted(folder));
    }
    if (to == null && !Files.isWritable(parent)) {
      throw new UsageException("%s不能写：请用--to写明建在哪里".formatted(parent));
    }
    return folder;
  }

  private void tell(RegionPack pack, Path folder, String region, StarterPack draft) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "已建立%s：%s，地区%d，指标%d，目标%d%n",
        folder,
        pack.nameZh(),
        pack.areas().size(),
        pack.indicators().size(),
        pack.targets().size());
    out.println("  " + String.join("  ", draft.files().keySet()));
    draft.remarks().forEach(remark -> out.println("  " + remark));
    out.println("下一步：");
    out.printf("  bin/diaodu check --region %s%n", region);
    out.printf(
        "  bin/diaodu nightly --region %s --landing landing-%s --warehouse warehouse-%s%n",
        region, folder.getFileName(), folder.getFileName());
  }
}
