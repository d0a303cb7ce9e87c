package org.diaodu.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a table or a view may be shown before release times are over. Without a condition it is
 * all of it.
 *
 * @param kind what kind of rule
 * @param sentence why nothing is withheld, or what is, in English and Chinese
 * @param rows a row is shown where all of them hold
 * @param columns what is replaced in the rows that are shown
 * @param again columns that follow from others, each with the Spark SQL expression that computes it
 *     from the rows and columns that are shown, one after the other
 */
public record EmbargoRule(
    Kind kind,
    Bilingual sentence,
    List<Condition> rows,
    List<Replaced> columns,
    Map<String, String> again) {

  /** What kind of rule. */
  public enum Kind {
    /** There is nothing to withhold. */
    open("Public at once", "不受发布时间限制"),
    /** A view: what is left of the tables that it reads. */
    as_read("As the tables that it reads", "与所读各表相同"),
    /** A part is withheld. */
    restricted("Withheld until the release time", "发布时间以前不列");

    private final String en;
    private final String zh;

    Kind(String en, String zh) {
      this.en = en;
      this.zh = zh;
    }

    /** What the dictionary says before the sentence. */
    public Bilingual heading() {
      return new Bilingual(en, zh);
    }
  }

  /** Of a table in which nothing is to withhold. */
  static EmbargoRule open(Bilingual why) {
    return new EmbargoRule(Kind.open, why, List.of(), List.of(), Map.of());
  }

  /** Of a view, which reads its tables as they may be shown. */
  static EmbargoRule asRead() {
    return new EmbargoRule(
        Kind.as_read,
        new Bilingual("What may be shown of the tables that it reads.", "所读各表中可以公开的部分。"),
        List.of(),
        List.of(),
        Map.of());
  }

  /** Tables whose rows decide; the table itself may be among them. */
  public Set<Table> looksAt() {
    return Stream.concat(rows.stream(), columns.stream().flatMap(of -> of.unless().stream()))
        .flatMap(condition -> condition.looksAt().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Columns that are replaced.
   *
   * @param names of the columns
   * @param unless they stay where all of these hold
   * @param instead Spark SQL expression that stands there otherwise
   */
  public record Replaced(List<String> names, List<Condition> unless, String instead) {}

  /** A condition on one row. */
  public sealed interface Condition {
    /** Says it in another language. */
    <T> T in(Language<T> language);

    /** Tables whose rows decide. */
    default Set<Table> looksAt() {
      return Set.of();
    }
  }

  /**
   * Every condition in another language, such as SQL.
   *
   * @param <T> a condition in that language
   */
  public interface Language<T> {
    /** See {@link PeriodIsPublic}. */
    T periodIsPublic(PeriodIsPublic condition);

    /** See {@link SeenBy}. */
    T seenBy(SeenBy condition);

    /** See {@link StoredBefore}. */
    T storedBefore(StoredBefore condition);

    /** See {@link NoneWithheld}. */
    T noneWithheld(NoneWithheld condition);
  }

  /**
   * A period is public.
   *
   * @param period column or Spark SQL expression over the row
   * @param withEarlier whether every earlier period of its frequency must be public, too
   */
  public record PeriodIsPublic(String period, boolean withEarlier) implements Condition {
    @Override
    public <T> T in(Language<T> language) {
      return language.periodIsPublic(this);
    }
  }

  /**
   * A dispatch was not after the last day of the first period that is not public: it looks only at
   * figures of periods that are over. Holds where there is no day.
   *
   * @param day column or Spark SQL expression over the row
   */
  public record SeenBy(String day) implements Condition {
    @Override
    public <T> T in(Language<T> language) {
      return language.seenBy(this);
    }
  }

  /**
   * Something was stored before the last day of the first period that is not public began. Holds
   * where there is no instant.
   *
   * @param instant column or Spark SQL expression over the row
   */
  public record StoredBefore(String instant) implements Condition {
    @Override
    public <T> T in(Language<T> language) {
      return language.storedBefore(this);
    }
  }

  /**
   * Another table has no row that its own rule withholds for its period or the time it was stored.
   *
   * @param table the other table
   * @param on column of the other table by the column of this one that must equal it; empty = any
   *     row of the other table counts
   * @param where Spark SQL condition on the rows of the other table that count; empty = all
   */
  public record NoneWithheld(Table table, Map<String, String> on, String where)
      implements Condition {
    @Override
    public <T> T in(Language<T> language) {
      return language.noneWithheld(this);
    }

    @Override
    public Set<Table> looksAt() {
      return Set.of(table);
    }
  }
}
