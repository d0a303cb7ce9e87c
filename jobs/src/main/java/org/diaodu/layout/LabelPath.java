package org.diaodu.layout;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths of labels, as a template writes them and as a table prints them. The words 累计, 本月 and 本季
 * within a label tell two of them apart, but need not be written where only one is meant.
 */
final class LabelPath {
  private static final Pattern WORD =
      Pattern.compile("(?<=[^|+])(?:累计|本月|本季)|(?:累计|本月|本季)(?=[^|+])");

  private LabelPath() {}

  /**
   * The known path that stands for the first of some printed ones.
   *
   * @param labels the printed labels, whose period decides between paths that differ by such a word
   */
  static Optional<String> first(
      Collection<String> known, List<String> printed, List<Label> labels) {
    for (String path : printed) {
      if (known.contains(path)) {
        return Optional.of(path);
      }
      List<String> alike = known.stream().filter(k -> isAlike(k, path)).distinct().toList();
      if (alike.size() > 1) {
        String word = word(labels);
        alike = alike.stream().filter(k -> !word.isEmpty() && k.contains(word)).toList();
      }
      if (alike.size() == 1) {
        return Optional.of(alike.get(0));
      }
    }
    return Optional.empty();
  }

  private static boolean isAlike(String known, String printed) {
    String bareKnown = bare(known);
    String barePrinted = bare(printed);
    boolean oneSays = bareKnown.equals(known) || barePrinted.equals(printed);
    return oneSays && bareKnown.equals(barePrinted);
  }

  private static String bare(String path) {
    return WORD.matcher(path).replaceAll("");
  }

  private static String word(List<Label> labels) {
    PeriodPhrase period = labels.isEmpty() ? null : labels.get(labels.size() - 1).period();
    return period == null || period.isNone() ? "" : period.word();
  }
}
