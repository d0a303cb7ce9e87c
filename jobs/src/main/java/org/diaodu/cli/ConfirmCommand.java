package org.diaodu.cli;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.hold.Decision;
import org.diaodu.hold.HeldFigure;
import org.diaodu.hold.HeldFigures;
import org.diaodu.hold.HeldWords;
import org.diaodu.hold.HoldEntry;
import org.diaodu.hold.HoldLedger;
import org.diaodu.hold.HoldState;
import org.diaodu.lock.RunLock;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.table.ClockSetBackException;
import org.diaodu.table.Manifests;
import org.diaodu.table.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code diaodu confirm}: what is held, and the word of somebody who answers for it. What is
 * decided stands at once in the record beside the files; the next night goes by it.
 */
@Command(
    name = "confirm",
    description = "核实暂扣的数：列出，采用，或不采用。下一次夜间运行按核实的结果入库；采用的数按其到达时间排先后。",
    mixinStandardHelpOptions = true,
    subcommands = {
      ConfirmCommand.ListHeld.class,
      ConfirmCommand.Accept.class,
      ConfirmCommand.Refuse.class
    })
final class ConfirmCommand {

  /** What each of its commands looks at. */
  static final class Place {
    @Mixin private SparkOptions spark;
    @Mixin private NightOptions night;

    /** Something held, and what is told of it. */
    record Listed(Decision.Item item, String told) {}

    private RegionPack pack() throws IOException {
      return PackReader.read(night.region());
    }

    /**
     * The record beside the files.
     *
     * @throws UsageException where lines of it must be mended first
     */
    private HoldLedger ledger() {
      HoldLedger ledger = HoldLedger.of(night.landing());
      if (!ledger.faults().isEmpty()) {
        throw new UsageException(String.join("\n", ledger.faults()));
      }
      return ledger;
    }

    /**
     * Does nothing where what is decided now is decided after what stands there.
     *
     * @throws ClockSetBackException where the clock is earlier than the last publication
     */
    private void requireClock(SparkSession session, Instant now) throws IOException {
      ZoneId zone = pack().timeZone();
      new Manifests(session.sparkContext().hadoopConfiguration(), spark.warehouse())
          .newest()
          .ifPresent(newest -> ClockSetBackException.require(now, newest, zone));
    }

    /** All that was ever held, figures before files, by id. */
    private Map<String, Listed> items(SparkSession session, HoldLedger ledger) throws IOException {
      RegionPack pack = pack();
      Warehouse warehouse = new Warehouse(session, spark.warehouse());
      Map<String, Listed> items = new LinkedHashMap<>();
      for (HoldState state :
          HeldFigures.states(
              warehouse.read(Table.HELD), warehouse.read(Table.OBSERVATIONS), ledger)) {
        HeldFigure figure = state.figure();
        String told =
            "%s  %s  %s %s，发布%s%n    %s"
                .formatted(
                    figure.holdId(),
                    HeldWords.of(figure, pack),
                    figure.sourceFile(),
                    figure.sourceCell(),
                    figure.releaseDate(),
                    figure.message());
        items.put(
            figure.holdId(),
            new Listed(
                new Decision.Item(figure.holdId(), figure.statement(), state, state.decision()),
                told));
      }
      ledger.entries().stream()
          .filter(entry -> !entry.isDecision() && entry.cell().equals(HoldEntry.WHOLE_FILE))
          .forEach(
              file ->
                  items.put(
                      file.id(),
                      new Listed(
                          new Decision.Item(
                              file.id(),
                              file.statement(),
                              null,
                              ledger.decision(file.id()).orElse(null)),
                          "%s  整个文件%s%n    以前收过的文件一次来了许多，像是旧档的副本"
                              .formatted(file.id(), file.file()))));
      return items;
    }
  }

  /** {@code diaodu confirm list}. */
  @Command(name = "list", description = "列出暂扣待核实的数。", mixinStandardHelpOptions = true)
  static final class ListHeld implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Place place;

    @Option(names = "--all", description = "也列出已经核实的和作废的")
    private boolean all;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      try (SparkSession session = place.spark.open()) {
        Collection<Place.Listed> items = place.items(session, place.ledger()).values();
        List<Place.Listed> open = items.stream().filter(of -> of.item().isOpen()).toList();
        out.printf("暂扣待核实 %d 个%n", open.size());
        open.forEach(of -> out.println("  " + of.told()));
        if (all) {
          items.stream()
              .filter(of -> !of.item().isOpen())
              .forEach(of -> out.printf("  %s%n    %s%n", of.told(), of.item().became()));
        }
        return Diaodu.DONE;
      }
    }
  }

  /** {@code diaodu confirm accept}. */
  @Command(name = "accept", description = "采用暂扣的数。", mixinStandardHelpOptions = true)
  static final class Accept extends Decide {
    Accept() {
      super(true);
    }
  }

  /** {@code diaodu confirm refuse}. */
  @Command(name = "refuse", description = "不采用暂扣的数。", mixinStandardHelpOptions = true)
  static final class Refuse extends Decide {
    Refuse() {
      super(false);
    }
  }

  /** A decision on one or more of what is held; all of them or none. */
  private abstract static class Decide implements Callable<Integer> {
    private final boolean accepts;
    @Spec private CommandSpec spec;
    @Mixin private Place place;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "编号，见 diaodu confirm list")
    private List<String> ids;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "由谁核实")
    private String by;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "理由")
    private String reason;

    Decide(boolean accepts) {
      this.accepts = accepts;
    }

    @Override
    public Integer call() {
      if (by.isBlank() || reason.isBlank()) {
        throw new UsageException("--by 和 --reason 不能是空的：核实的人和理由都要留下记录");
      }
      return RunLock.during(
          place.spark.warehouse(), "核实暂扣的数", place.spark.hadoop(), lock -> decide());
    }

    private int decide() {
      PrintWriter out = spec.commandLine().getOut();
      try (SparkSession session = place.spark.open()) {
        HoldLedger ledger = place.ledger();
        Map<String, Place.Listed> items = place.items(session, ledger);
        List<Decision> decisions = new ArrayList<>();
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        place.requireClock(session, now);
        for (String id : ids) {
          Place.Listed of = items.get(id);
          if (of == null) {
            throw new UsageException("没有编号为“%s”的暂扣的数，见 diaodu confirm list --all".formatted(id));
          }
          Decision decision =
              Decision.of(
                  of.item(),
                  accepts,
                  by.strip(),
                  reason.strip(),
                  now,
                  () -> isStored(session, of.item()));
          if (!decision.isPossible()) {
            throw new UsageException(decision.said());
          }
          decisions.add(decision);
        }
        ledger.add(decisions.stream().map(Decision::entry).filter(Objects::nonNull).toList());
        decisions.forEach(decision -> out.println(decision.said()));
        return Diaodu.DONE;
      } catch (IOException e) {
        throw new UncheckedIOException("核实的结果没有写成：" + e.getMessage(), e);
      }
    }

    /** Whether a night has stored it, if only one that did not get further. */
    private boolean isStored(SparkSession session, Decision.Item item) {
      Warehouse warehouse = new Warehouse(session, place.spark.warehouse());
      return item.state() == null
          ? !warehouse
              .read(Table.SOURCE_FILES)
              .where(col("file").equalTo(item.statement()).and(col("status").equalTo("read")))
              .isEmpty()
          : HeldFigures.isStored(item.state().figure(), warehouse.read(Table.OBSERVATIONS));
    }
  }
}
