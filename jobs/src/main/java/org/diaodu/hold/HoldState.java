package org.diaodu.hold;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where something held stands.
 *
 * @param figure the cell that said it last
 * @param of what became of it
 * @param decision the last decision; null where nobody has decided
 * @param overtakenBy what was said since and counts in its place; null where nothing was
 */
public record HoldState(HeldFigure figure, Of of, HoldEntry decision, Statement overtakenBy) {

  /** What can become of it. */
  public enum Of {
    /** It waits. */
    open,
    /** Somebody answers for it. */
    accepted,
    /** It is wrong and stays out. */
    refused,
    /** Its sender has said something else since, or its contradiction was settled otherwise. */
    overtaken
  }

  /**
   * A statement that was stored of the same figure.
   *
   * @param source whose it is; null of the unit that reports the indicator
   * @param value as it is to be read; empty where it was withdrawn
   * @param status its SDMX status
   */
  public record Statement(
      String indicator,
      String refArea,
      String timePeriod,
      String accumulation,
      String measure,
      String provenance,
      String source,
      String value,
      String status,
      LocalDate releaseDate,
      Instant arrivedAt) {

    /** The name under which it would be held. */
    private String holdId() {
      return HeldId.ofFigure(
          indicator,
          refArea,
          timePeriod,
          accumulation,
          measure,
          provenance,
          source,
          value.isEmpty() ? null : new BigDecimal(value),
          status);
    }
  }

  /**
   * Where each of what was held stands, in the order in which it was held.
   *
   * @param held every cell, in any order
   * @param stored statements of the figures that are held, and of others
   */
  public static List<HoldState> of(
      Collection<HeldFigure> held, HoldLedger ledger, Collection<Statement> stored) {
    Map<String, HeldFigure> last = new LinkedHashMap<>();
    held.stream()
        .sorted(
            Comparator.comparing(HeldFigure::arrivedAt)
                .thenComparing(HeldFigure::sourceFile)
                .thenComparing(HeldFigure::sourceCell))
        .forEach(figure -> last.put(figure.holdId(), figure));
    return last.values().stream().map(figure -> of(figure, ledger, stored, held)).toList();
  }

  private static HoldState of(
      HeldFigure figure,
      HoldLedger ledger,
      Collection<Statement> stored,
      Collection<HeldFigure> held) {
    Optional<HoldEntry> decision = ledger.decision(figure.holdId());
    if (decision.isPresent()) {
      Of of = decision.get().kind() == HoldEntry.Kind.accepted ? Of.accepted : Of.refused;
      return new HoldState(figure, of, decision.get(), null);
    }
    Optional<Statement> since =
        stored.stream()
            .filter(
                statement -> isOf(statement, figure) && overtakes(statement, figure, ledger, held))
            .max(Comparator.comparing(Statement::releaseDate).thenComparing(Statement::arrivedAt));
    return new HoldState(
        figure, since.isPresent() ? Of.overtaken : Of.open, null, since.orElse(null));
  }

  private static boolean isOf(Statement statement, HeldFigure figure) {
    return statement.indicator().equals(figure.indicator())
        && statement.refArea().equals(figure.refArea())
        && statement.timePeriod().equals(figure.timePeriod())
        && statement.accumulation().equals(figure.accumulation())
        && statement.measure().equals(figure.measure())
        && statement.provenance().equals(figure.provenance())
        && Objects.equals(statement.source(), figure.source());
  }

  /**
   * Whether it came later and counts before it; or at one instant with it, of the same release,
   * where it was held as well, or was confirmed before these files were read: then it is what the
   * contradiction was settled for. What had been stored before the contradiction came settles
   * nothing.
   */
  private static boolean overtakes(
      Statement statement, HeldFigure figure, HoldLedger ledger, Collection<HeldFigure> held) {
    int release = statement.releaseDate().compareTo(figure.releaseDate());
    int arrival = statement.arrivedAt().compareTo(figure.arrivedAt());
    return (arrival > 0 && release >= 0)
        || (arrival == 0
            && release == 0
            && (isAccepted(statement, ledger)
                || held.stream().anyMatch(other -> isSaidBy(statement, other))));
  }

  private static boolean isAccepted(Statement statement, HoldLedger ledger) {
    return ledger
        .decision(statement.holdId())
        .filter(decision -> decision.kind() == HoldEntry.Kind.accepted)
        .isPresent();
  }

  private static boolean isSaidBy(Statement statement, HeldFigure figure) {
    BigDecimal value = figure.obsValue();
    return isOf(statement, figure)
        && statement.releaseDate().equals(figure.releaseDate())
        && statement.arrivedAt().equals(figure.arrivedAt())
        && statement
            .value()
            .equals(value == null ? "" : value.stripTrailingZeros().toPlainString());
  }
}
