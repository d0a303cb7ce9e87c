package org.diaodu.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The questions asked most, each answered by a view with Chinese columns. */
public enum View {
  /** How each area grew, newest. */
  LATEST_GROWTH_BY_AREA,
  /** Who is below target, and by how much. */
  BELOW_TARGET,
  /** The capital's share by quarter. */
  CAPITAL_SHARE_BY_QUARTER,
  /** What was revised since the last bulletin. */
  REVISIONS_SINCE_BULLETIN,
  /** Who is late or has not reported. */
  LATE_OR_MISSING,
  /** Rectifications that are open. */
  OPEN_RECTIFICATIONS,
  /** Lights of each action. */
  ATTAINMENT_BY_ACTION,
  /** Progress against schedule, and where the year will end. */
  PACE,
  /** What each area added to the growth of the whole. */
  CONTRIBUTION_BY_AREA,
  /** Where the newest figures came from. */
  FIGURE_SOURCES,
  /** What each source says of a figure. */
  FIGURES_BY_SOURCE;

  /** All of them are in one database. */
  public static final String DATABASE = "reporting";

  /** {@code database.view}. */
  public String fullName() {
    return DATABASE + "." + shortName();
  }

  /** The name without its database, which is also that of its file below {@code schemas/views/}. */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The view of a full name. */
  public static Optional<View> fromFullName(String fullName) {
    return Arrays.stream(values()).filter(v -> v.fullName().equalsIgnoreCase(fullName)).findFirst();
  }
}
