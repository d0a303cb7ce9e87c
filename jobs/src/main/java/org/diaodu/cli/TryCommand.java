package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diaodu.ingest.FileTrial;
import org.diaodu.layout.Templates;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diaodu try}: what a night would make of a file. */
@Command(
    name = "try",
    description = {"试读一个文件：逐格列出当晚会收下、退回还是略过，什么都不写。", "和历史、和别的文件比较的规则不在其中，当晚才检查。有退回的，退出码是3。"},
    mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
  private String region;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "landing",
      description = "收文件的文件夹：其中的release.yaml说明发布日期")
  private Path landing;

  @Option(names = "--template", paramLabel = "NAME|FILE", description = "只用这一个模板：地区包中的模板名，或一个模板文件")
  private Optional<String> template;

  @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", description = "按这一天的夜里试读，默认今天")
  private Optional<LocalDate> day;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "结果的格式")
  private TrialFormat format;

  @Parameters(paramLabel = "FILE", description = "要试读的文件")
  private Path file;

  /** How the result is printed. */
  enum TrialFormat {
    /** For people. */
    table,
    /** One object. */
    json
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("找不到文件：" + file);
    }
    RegionPack pack = PackReader.read(Home.region(region));
    LocalDate today = day.orElseGet(() -> LocalDate.now(pack.timeZone()));
    FileTrial trial = FileTrial.of(file, landing, pack, templates(pack), today);
    PrintWriter out = spec.commandLine().getOut();
    if (format == TrialFormat.json) {
      TrialJson.print(trial, out);
    } else {
      TrialText.print(trial, pack, out);
    }
    return trial.anythingRefused() ? Diaodu.QUARANTINED : Diaodu.DONE;
  }

  private Templates templates(RegionPack pack) {
    if (template.isEmpty()) {
      return Templates.of(pack);
    }
    String wanted = template.get();
    Path path = Path.of(wanted);
    if (Files.isRegularFile(path)) {
      try {
        return Templates.of(pack, Map.of(path.getFileName().toString(), Files.readString(path)));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + path, e);
      }
    }
    Map<String, String> named =
        pack.templates().entrySet().stream()
            .filter(
                t ->
                    t.getKey()
                        .replaceFirst("^templates/", "")
                        .matches("\\Q" + wanted + "\\E(?:\\.ya?ml)?"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (named.isEmpty()) {
      throw new UsageException("没有模板“%s”：既不是文件，也不在地区包的templates中".formatted(wanted));
    }
    return Templates.of(pack, named);
  }
}
