package org.diaodu.night;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.feedback.SenderAnswers;
import org.diaodu.hold.HeldWords;
import org.diaodu.hold.HoldEntry;
import org.diaodu.hold.HoldState;
import org.diaodu.ingest.LandingFile;
import org.diaodu.night.NightlyReport.Waiting;
import org.diaodu.region.RegionPack;

/** What of all that was held is to be told after a night, and what its senders said of it. */
final class HoldReport {
  private final Holding holding;
  private final RegionPack pack;
  private final Set<String> untold;
  private List<LandingFile> lying = List.of();
  private List<HoldState> before = List.of();
  private List<HoldState> lastTold = List.of();
  private List<HoldState> now = List.of();

  /**
   * Before anything is looked at.
   *
   * @param untold runs that stored observations and told nobody
   */
  HoldReport(Holding holding, RegionPack pack, Set<String> untold) {
    this.untold = untold;
    this.holding = holding;
    this.pack = pack;
  }

  /**
   * Looks at what waits before anything is read.
   *
   * @param files what lies in the landing folder
   */
  void before(List<LandingFile> files) {
    lying = files;
    before = holding.states();
    lastTold = untold.isEmpty() ? before : holding.statesBefore(untold);
    now = before;
  }

  /**
   * Looks again after all is stored.
   *
   * @param anyHeld whether anything was held tonight
   */
  void after(boolean anyHeld) {
    if (anyHeld || !before.isEmpty()) {
      now = holding.states();
    }
  }

  /** What senders answered in workbooks that came back, of what waits. */
  List<HoldEntry> answers(List<LandingFile> files) {
    Map<String, HoldState> open = new HashMap<>();
    before.stream()
        .filter(state -> state.of() == HoldState.Of.open)
        .forEach(state -> open.put(state.figure().holdId(), state));
    List<HoldEntry> answers = new ArrayList<>();
    if (open.isEmpty()) {
      return answers;
    }
    for (LandingFile file : files) {
      if (file.format() == LandingFile.Format.xlsx) {
        SenderAnswers.in(Path.of(file.path())).stream()
            .filter(answer -> open.containsKey(answer.holdId()))
            .forEach(
                answer ->
                    answers.add(
                        HoldEntry.decided(
                            answer.isTrue(),
                            answer.holdId(),
                            open.get(answer.holdId()).figure().statement(),
                            "报送单位" + answer.by(),
                            "%s（%s）".formatted(answer.reason(), file.file()),
                            file.arrivedAt())));
      }
    }
    return answers;
  }

  /** What is held and waits, that of earlier nights first. */
  List<Waiting> waiting() {
    List<Waiting> waiting = new ArrayList<>();
    holding
        .waitingFiles(lying)
        .forEach(
            file ->
                waiting.add(new Waiting(file.id(), "整个文件" + file.file(), "以前收过的文件一次来了许多，像是旧档的副本")));
    now.stream()
        .filter(state -> state.of() == HoldState.Of.open)
        .forEach(
            state ->
                waiting.add(
                    new Waiting(
                        state.figure().holdId(),
                        HeldWords.of(state.figure(), pack),
                        state.figure().message())));
    return waiting;
  }

  /** What no longer waits since the last night told what does, because something else was said. */
  List<Waiting> overtaken() {
    Set<String> open =
        lastTold.stream()
            .filter(state -> state.of() == HoldState.Of.open)
            .map(state -> state.figure().holdId())
            .collect(Collectors.toSet());
    return now.stream()
        .filter(state -> state.of() == HoldState.Of.overtaken)
        .filter(state -> open.contains(state.figure().holdId()))
        .map(
            state ->
                new Waiting(
                    state.figure().holdId(),
                    HeldWords.of(state.figure(), pack),
                    HeldWords.overtaken(state)))
        .toList();
  }
}
