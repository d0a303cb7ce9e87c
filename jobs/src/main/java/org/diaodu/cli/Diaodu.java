package org.diaodu.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.diaodu.bulletin.InconsistentDocumentException;
import org.diaodu.export.TooManyRowsException;
import org.diaodu.lint.SuppressForbidden;
import org.diaodu.lock.WarehouseInUseException;
import org.diaodu.night.PublishedAllTheSameException;
import org.diaodu.office.UnusableMasterException;
import org.diaodu.operation.Remedy;
import org.diaodu.published.QueryNotAllowedException;
import org.diaodu.region.InvalidPackException;
import org.diaodu.release.NotKnownYetException;
import org.diaodu.release.NotPublicYetException;
import org.diaodu.release.NothingToPublishException;
import org.diaodu.release.SignOffRefusedException;
import org.diaodu.table.ChangedAfterwardsException;
import org.diaodu.table.ClockSetBackException;
import org.diaodu.table.NewerWarehouseException;
import org.diaodu.table.NotReleasedException;
import org.diaodu.table.OtherRegionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code diaodu}: the command that all others stand under. */
@Command(
    name = "diaodu",
    description = "夜间统计流水线：接收、核对、计算、通报。",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      NightlyCommand.class,
      BulletinCommand.class,
      TraceCommand.class,
      SqlCommand.class,
      ExportCommand.class,
      ServeCommand.class,
      ChangesCommand.class,
      ConfirmCommand.class,
      PolicyCommand.class,
      FormsCommand.class,
      PlanCommand.class,
      RegionCommand.class,
      CheckCommand.class,
      TryCommand.class,
      LearnCommand.class,
      SimulateCommand.class,
      StatusCommand.class,
      DoctorCommand.class,
      AuditCommand.class,
      MaintainCommand.class,
      DictionaryCommand.class,
      ManualCommand.class
    })
public final class Diaodu {
  private static final Logger LOG = LoggerFactory.getLogger(Diaodu.class);

  /** Done. */
  static final int DONE = 0;

  /** Failed; nothing is half-published. */
  static final int FAILED = 1;

  /** Usage or configuration. */
  static final int USAGE = 2;

  /** With {@code --strict}: a cell was quarantined. */
  static final int QUARANTINED = 3;

  private Diaodu() {}

  /** Runs a command and leaves with its exit code. */
  @SuppressForbidden("the end of a process of its own, after all is closed")
  public static void main(String[] args) {
    System.exit(run(writer(System.out), writer(System.err), args));
  }

  /** Runs a command; what it prints for the user goes to {@code out}, all else to {@code err}. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command = commandLine();
    command.setOut(out);
    command.setErr(err);
    command.setResourceBundle(ResourceBundle.getBundle("cli.help", Locale.ROOT));
    command.setExecutionExceptionHandler(Diaodu::explain);
    command.setParameterExceptionHandler(Diaodu::explainUsage);
    command.setUsageHelpAutoWidth(true);
    try {
      command.setDefaultValueProvider(Defaults.from(command, args));
      return command.execute(args);
    } catch (UsageException configuration) {
      command.getErr().println(configuration.getMessage());
      return USAGE;
    } catch (Error failure) {
      // A full heap, or what Hadoop makes of a full disk.
      return failed(failure, command);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** All commands with their options. */
  static CommandLine commandLine() {
    return new CommandLine(new Diaodu());
  }

  private static int explainUsage(CommandLine.ParameterException mistake, String[] args) {
    CommandLine command = mistake.getCommandLine();
    command.getErr().println(found(mistake));
    command.usage(command.getErr());
    return USAGE;
  }

  private static String found(CommandLine.ParameterException mistake) {
    if (mistake instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return "不认得的参数：" + String.join(" ", unmatched.getUnmatched());
    }
    if (mistake instanceof CommandLine.MissingParameterException missing) {
      return "缺少参数："
          + missing.getMissing().stream().map(Diaodu::label).collect(Collectors.joining("、"));
    }
    if (mistake.getArgSpec() != null) {
      return "参数“%s”不能是“%s”".formatted(label(mistake.getArgSpec()), mistake.getValue());
    }
    return mistake.getCommandLine().getSubcommands().isEmpty() ? mistake.getMessage() : "请写要运行的命令";
  }

  private static String label(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof InvalidPackException invalid) {
      FaultText.print(command.getErr(), invalid.faults());
      return USAGE;
    }
    if (failure instanceof UsageException
        || failure instanceof NotKnownYetException
        || failure instanceof NotPublicYetException
        || failure instanceof OtherRegionException
        || failure instanceof NotReleasedException
        || failure instanceof NothingToPublishException
        || failure instanceof SignOffRefusedException
        || failure instanceof UnusableMasterException
        || failure instanceof QueryNotAllowedException
        || failure instanceof TooManyRowsException) {
      command.getErr().println(failure.getMessage());
      return USAGE;
    }
    if (failure instanceof AnalysisException && command.getCommand() instanceof ExportCommand) {
      command.getErr().println(SqlMistake.told("", failure).orElse(failure.getMessage()));
      return USAGE;
    }
    if (failure instanceof WarehouseInUseException
        || failure instanceof PublishedAllTheSameException
        || failure instanceof ClockSetBackException
        || failure instanceof InconsistentDocumentException
        || failure instanceof ChangedAfterwardsException
        || failure instanceof NewerWarehouseException) {
      command.getErr().println(failure.getMessage());
      return FAILED;
    }
    return failed(failure, command);
  }

  private static int failed(Throwable failure, CommandLine command) {
    command.getErr().println("运行失败，没有发布任何结果。原因：" + failure.getMessage());
    command.getErr().println("怎么办：" + Remedy.of(failure));
    // The whole of it is for those who look after the program.
    LOG.error("{} 失败", command.getCommandName(), failure);
    return FAILED;
  }
}
