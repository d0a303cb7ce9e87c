package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.diaodu.release.Audit;
import org.diaodu.release.ObservationSources;
import org.diaodu.release.SealRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu audit}: who published what, and whether it is still what was published. */
@Command(
    name = "audit",
    description = "列出每次发布：谁、何时、用哪些文件；并核对发布以后有没有被改过。有改动时退出码为1。",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;
  @Mixin private PublishedOptions published;

  @Option(names = "--files", description = "也列出每次发布所依据的文件和它们的SHA-256")
  private boolean files;

  @Option(names = "--deep", description = "还把收件文件夹（--landing）里的文件重新读一遍，与库中的每个数核对；文件多时要很久")
  private boolean deep;

  @Option(names = "--landing", paramLabel = "DIR", description = "收件文件夹，或它的备份")
  private Path landing;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description = "发布时在仓库以外登记校验值的文件（见bulletin --register），与仓库核对")
  private Optional<Path> register;

  @Override
  public Integer call() throws IOException {
    ZoneId zone = published.pack().timeZone();
    try (SparkSession session = spark.open()) {
      Audit audit = Audit.of(session, spark.warehouse());
      PrintWriter out = spec.commandLine().getOut();
      for (Audit.Release release : audit.releases()) {
        out.printf(
            "%s  %s  %s  %s  依据清单 %d，文件 %d 个  文档 %d 份，数据 %d 个%n    校验值 %s%n",
            release.id(),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .format(release.publishedAt().atZone(zone)),
            release.by(),
            release.program(),
            release.manifest(),
            release.files().size(),
            release.documents(),
            release.figures(),
            release.seal());
        if (files) {
          release.files().forEach(file -> out.println("    " + file));
        }
      }
      out.printf("发布 %d 次%n", audit.releases().size());
      if (!audit.confirmations().isEmpty()) {
        out.printf("暂扣的数核实 %d 次%n", audit.confirmations().size());
        audit.confirmations().forEach(decision -> out.println("    " + decision));
      }
      List<String> faults = new ArrayList<>(audit.faults());
      register.ifPresent(file -> faults.addAll(registered(file, audit)));
      if (deep && faults.isEmpty()) {
        // Where files are missing or other, their figures cannot be read.
        faults.addAll(againstFiles(session, out));
      }
      if (faults.isEmpty()) {
        out.println("核对无误：发布清单首尾相连，各表的文件和各次发布的内容都与发布时相同");
        return Diaodu.DONE;
      }
      faults.forEach(out::println);
      out.println("核对有误：请用发布时留存的备份比对，查明是谁改的，再决定恢复哪一份");
      return Diaodu.FAILED;
    }
  }

  private static List<String> registered(Path file, Audit audit) {
    return new SealRegister(file)
        .faults(
            audit.releases().stream()
                .collect(Collectors.toMap(Audit.Release::id, Audit.Release::seal)));
  }

  private List<String> againstFiles(SparkSession session, PrintWriter out) throws IOException {
    if (landing == null || !Files.isDirectory(landing)) {
      throw new UsageException("--deep要与收件文件夹核对：用--landing指定它，或它的备份");
    }
    ObservationSources sources =
        ObservationSources.of(
            session, spark.warehouse(), published.pack(), landing, Clock.systemUTC().instant());
    out.printf(
        "与来源文件核对 %d 个数；文件不在或由别的地区包读取的 %d 个没有核对%n", sources.compared(), sources.withoutFile());
    return sources.faults();
  }
}
