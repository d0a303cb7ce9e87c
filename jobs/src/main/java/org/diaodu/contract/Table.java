package org.diaodu.contract;

import java.util.Arrays;
import java.util.Optional;

/** The tables of the warehouse, in the order in which a night fills them. */
public enum Table {
  /** File versions received. */
  SOURCE_FILES("landing", "source_files"),
  /** Refused, held and warned cells. */
  QUARANTINE("landing", "quarantine"),
  /** Figures that wait to be confirmed. */
  HELD("landing", "held"),
  /** What was decided of them. */
  CONFIRMATIONS("landing", "confirmations"),
  /** Every figure, every vintage. */
  OBSERVATIONS("statistics", "observations"),
  /** Figures that are not for the public. */
  SUPPRESSIONS("statistics", "suppressions"),
  /** Areas of the pack. */
  AREAS("reference", "areas"),
  /** Indicators of the pack. */
  INDICATORS("reference", "indicators"),
  /** Targets of the pack. */
  TARGETS("reference", "targets"),
  /** Tasks of the pack's plan. */
  TASKS("reference", "tasks"),
  /** Actions of the pack's plan. */
  ACTIONS("reference", "actions"),
  /** Places of the pack's plan that do not agree. */
  CONFLICTS("reference", "conflicts"),
  /** Responsible units of the pack. */
  UNITS("reference", "units"),
  /** Policies of the pack. */
  POLICIES("reference", "policies"),
  /** Growth on a year earlier. */
  GROWTH("statistics", "growth"),
  /** The capital's share of the total. */
  CAPITAL_SHARE("statistics", "capital_share"),
  /** Every area's share of its parent. */
  AREA_SHARES("statistics", "area_shares"),
  /** Whether areas add up to their total. */
  ADDITIVITY("statistics", "additivity"),
  /** Figures of areas made to add up, beside the reported ones. */
  RECONCILED("statistics", "reconciled"),
  /** How tasks and targets without a series go, as reported. */
  PROGRESS("statistics", "progress"),
  /** Figures held against targets. */
  ATTAINMENT("statistics", "attainment"),
  /** Where the tasks of the plan stand. */
  TASK_STATUS("statistics", "task_status"),
  /** Estimates of years that are over, beside what they became. */
  LANDING_TRIALS("statistics", "landing_trials"),
  /** Problems handed over, and what became of them. */
  RECTIFICATIONS("reporting", "rectifications"),
  /** Points, praise and criticism. */
  ASSESSMENTS("reporting", "assessments"),
  /** Documents that were published, as they were. */
  RELEASES("reporting", "releases"),
  /** Every figure that was published in them, with what it came from. */
  DISPATCH_FIGURES("reporting", "dispatch_figures"),
  /** Vintages of figures that have more than one. */
  REVISIONS("statistics", "revisions"),
  /** How much first figures are revised. */
  REVISION_SUMMARY("statistics", "revision_summary"),
  /** What was due and what became of it. */
  COMPLETENESS("statistics", "completeness"),
  /** What is asked of whom until when, and what became of it. */
  OWED("reporting", "owed"),
  /** Runs and their stages. */
  JOB_RUNS("operations", "job_runs");

  private final String database;
  private final String table;

  Table(String database, String table) {
    this.database = database;
    this.table = table;
  }

  /** The database, which is also the folder under the warehouse. */
  public String database() {
    return database;
  }

  /** Whether it holds the region pack, each version of it beside the others. */
  public boolean isOfPack() {
    return database.equals("reference");
  }

  /** {@code database.table}. */
  public String fullName() {
    return database + "." + table;
  }

  /**
   * Path below the warehouse, and of the contract below {@code schemas/} (there with {@code
   * .yaml}).
   */
  public String path() {
    return database + "/" + table;
  }

  /** The name without its database; no two databases have a table of the same name. */
  public String shortName() {
    return table;
  }

  /** The table of a short name. */
  public static Optional<Table> fromShortName(String shortName) {
    return Arrays.stream(values()).filter(t -> t.table.equals(shortName)).findFirst();
  }

  /** The table of a full name. */
  public static Optional<Table> fromFullName(String fullName) {
    return Arrays.stream(values()).filter(t -> t.fullName().equalsIgnoreCase(fullName)).findFirst();
  }
}
