package org.diaodu.hold;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What becomes of a decision on something that is held.
 *
 * @param entry the line that is to be noted; null where there is nothing new to note
 * @param isPossible whether it can be decided so
 * @param said what to tell who decides, in Chinese
 */
public record Decision(HoldEntry entry, boolean isPossible, String said) {

  /**
   * Something that was held.
   *
   * @param id its name
   * @param statement what it says
   * @param state where a figure stands; null of a file that is held as a whole
   * @param decision the last decision; null where nobody has decided
   */
  public record Item(String id, String statement, HoldState state, HoldEntry decision) {
    /** Whether it waits. */
    public boolean isOpen() {
      return decision == null && (state == null || state.of() == HoldState.Of.open);
    }

    /** What became of it, in Chinese; of one that waits, that it does. */
    public String became() {
      if (decision != null) {
        return "%s，%s核实%s：%s"
            .formatted(
                decision.at(),
                decision.by(),
                decision.kind() == HoldEntry.Kind.accepted ? "采用" : "不采用",
                decision.reason());
      }
      return isOpen() ? "还没有核实" : HeldWords.overtaken(state);
    }
  }

  /**
   * Decides. The same decision once more notes nothing; another one counts from now on, unless the
   * figure has been stored in the meantime: what is stored only its sender takes back. What was
   * overtaken is not brought back.
   *
   * @param isStored whether a night has stored it, asked only where that matters
   */
  public static Decision of(
      Item item, boolean accepts, String by, String reason, Instant now, BooleanSupplier isStored) {
    boolean decided = item.decision() != null;
    if (decided && (item.decision().kind() == HoldEntry.Kind.accepted) == accepts) {
      return new Decision(null, true, "%s %s，不必再核实".formatted(item.id(), item.became()));
    }
    if (!decided && !item.isOpen()) {
      return new Decision(null, false, "%s %s".formatted(item.id(), item.became()));
    }
    if (decided && !accepts && isStored.getAsBoolean()) {
      return new Decision(
          null, false, "%s %s，并且已经入库。要改正请由报送单位报更正，或报撤回".formatted(item.id(), item.became()));
    }
    return new Decision(
        HoldEntry.decided(accepts, item.id(), item.statement(), by, reason, now),
        true,
        "%s 已记下：%s核实%s。下一次夜间运行起生效".formatted(item.id(), by, accepts ? "采用" : "不采用"));
  }
}
