package org.diaodu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.release.Publishing;
import org.diaodu.release.SealRegister;
import org.diaodu.release.SignOffStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu bulletin}: all documents of a period, as drafts, as a release, or made again. */
@Command(
    name = "bulletin",
    description =
        "生成一个时期的全部文件：汇总通报（Word、Excel、网页），各行动通报、各地指标卡、催报单、整改交办清单（Word、Excel）。"
            + "默认是草稿；--publish发布并存档，以后用--rebuild可以逐字节重做。",
    mixinStandardHelpOptions = true)
final class BulletinCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SparkOptions spark;

  @Option(names = "--region", paramLabel = "DIR|NAME", required = true, description = "地区包")
  private String region;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      required = true,
      description = "时期：2024-06（月度）、2024-Q2（季度）、2024（年度）")
  private String period;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "文件所在的文件夹")
  private Path out;

  @Option(names = "--publish", description = "发布并存档；以前发布过的，作为更正再次发布并写明改了什么")
  private boolean publish;

  @Option(
      names = "--submit",
      description = "送审：写出草稿和审核单（review.csv），列出比上次审核通过或发布改了的每个数、每条结论；要用--by写明拟稿人")
  private boolean submit;

  @Option(
      names = "--review",
      paramLabel = "FILE",
      description = "审核：交回逐行写了“是”或“否”的审核单；要用--by写明审核人，不能是拟稿人")
  private Path review;

  @Option(names = "--sign", description = "签发：审核通过的才能签发；要用--by写明签发人，不能是拟稿人、审核人")
  private boolean sign;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "与--submit、--review、--sign一起：谁办的，姓名在地区包的documents/sign-off.yaml")
  private String by;

  @Option(names = "--rebuild", description = "按存档重做已发布的文件，并核对是否逐字节相同")
  private boolean rebuild;

  @Option(names = "--number", paramLabel = "N", description = "与--rebuild一起：第几次发布（默认最近一次）")
  private Integer number;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description = "发布时把校验值加到这个文件里。应放在仓库以外、改仓库的人改不到的地方；以后用audit --register核对")
  private Optional<Path> register;

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description = "文件说的是截至哪一天的情况（默认这个时期的调度日：期末之后、发布时间之后的第一个月末；还没到的，按各表的数据截至日）")
  private LocalDate asOf;

  @Option(names = "--embargoed", description = "也列出未到发布时间的数据，逐页标明，只供内部使用")
  private boolean embargoed;

  @Override
  public Integer call() throws IOException {
    long steps = Stream.of(publish, rebuild, submit, review != null, sign).filter(s -> s).count();
    if (steps > 1) {
      throw new UsageException("--submit、--review、--sign、--publish、--rebuild只能用一个");
    }
    boolean isSignOff = submit || review != null || sign;
    if (isSignOff != (by != null)) {
      throw new UsageException(isSignOff ? "请用--by写明是谁" : "--by只能与--submit、--review、--sign一起用");
    }
    if (rebuild && asOf != null) {
      throw new UsageException("--rebuild照存档重做，不能用--as-of");
    }
    TimePeriod of = Periods.of(period);
    if (publish) {
      register.map(SealRegister::new).ifPresent(BulletinCommand::requireWritable);
    }
    RegionPack pack = PackReader.read(Home.region(region));
    try (SparkSession session = spark.open()) {
      Publishing publishing = new Publishing(session, spark.warehouse(), pack);
      if (review != null || sign) {
        report(spec.commandLine().getOut(), decide(publishing, of));
        return Diaodu.DONE;
      }
      Publishing.Made made = make(publishing, of);
      report(spec.commandLine().getOut(), made);
      if (publish) {
        String seal = publishing.seal(made.releaseId());
        spec.commandLine().getOut().println("校验值 " + seal);
        register.ifPresent(
            file ->
                new SealRegister(file).add(Clock.systemUTC().instant(), made.releaseId(), seal));
      }
      return made.differing().isEmpty() ? Diaodu.DONE : Diaodu.FAILED;
    }
  }

  /** Before anything is published: afterwards it could not be taken back. */
  private static void requireWritable(SealRegister register) {
    try {
      register.requireWritable();
    } catch (UncheckedIOException e) {
      throw new UsageException("登记校验值的文件写不了，没有发布：" + e.getCause().getMessage());
    }
  }

  private Publishing.Made make(Publishing publishing, TimePeriod of) {
    if (rebuild) {
      return publishing.rebuild(of, Optional.ofNullable(number), out);
    }
    Clock clock = Clock.systemUTC();
    if (submit) {
      return publishing.submit(of, Optional.ofNullable(asOf), clock.instant(), embargoed, out, by);
    }
    if (publish) {
      return publishing.publish(
          of,
          Optional.ofNullable(asOf),
          clock.instant(),
          embargoed,
          out,
          System.getProperty("user.name"),
          new VersionProvider().getVersion()[0]);
    }
    return publishing.draft(of, Optional.ofNullable(asOf), clock.instant(), embargoed, out);
  }

  private SignOffStep decide(Publishing publishing, TimePeriod of) throws IOException {
    Clock clock = Clock.systemUTC();
    return sign
        ? publishing.sign(of, clock.instant(), embargoed, by)
        : publishing.review(of, Files.readAllBytes(review), clock.instant(), embargoed, by);
  }

  private static void report(PrintWriter out, SignOffStep step) {
    out.println("%s：%s".formatted(step.kind().nameZh(), step.by()));
    step.verdicts().stream()
        .filter(verdict -> !verdict.accepted())
        .forEach(
            verdict ->
                out.println(
                    "  《%s》%s：%s %s"
                        .formatted(
                            verdict.change().document(),
                            verdict.change().what(),
                            verdict.change().now(),
                            verdict.remark())));
  }

  private static void report(PrintWriter out, Publishing.Made made) {
    out.println(
        made.number() == 0
            ? "草稿%d个文件：%s".formatted(made.files().size(), made.folder())
            : "第%d次发布（%s）%d个文件：%s"
                .formatted(made.number(), made.releaseId(), made.files().size(), made.folder()));
    made.files().forEach(file -> out.println("  " + file));
    made.months().ifPresent(page -> out.println("各月网页：" + page));
    if (!made.differing().isEmpty()) {
      out.println(
          "与发布时不同的文件：%s。存档的数和文字没有改变；发布时的程序版本与现在不同".formatted(String.join("、", made.differing())));
    }
  }
}
