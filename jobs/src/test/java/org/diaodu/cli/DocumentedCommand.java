package org.diaodu.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * A command line of the documentation.
 *
 * @param words its words as a shell would give them to the program
 */
public record DocumentedCommand(List<String> words) {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** Commands that start no session, and so cost nothing to run. */
  private static final Set<String> WITHOUT_SESSION = Set.of("check", "region", "dictionary");

  /** From a line of a page, up to where a shell would end the command. */
  public static DocumentedCommand of(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line.replaceFirst("^.*?bin/diaodu ", ""));
    while (word.find() && !word.group().matches("[#;|<>&].*")) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return new DocumentedCommand(words);
  }

  /** Why the program would not understand it; empty where it would. */
  public Optional<String> mistake() {
    if (words.get(0).equals("bench")) {
      return Optional.empty(); // The benchmark is another program behind the same launcher.
    }
    CommandLine command = Diaodu.commandLine();
    command.setDefaultValueProvider(
        option -> option.paramLabel().contains("DIR") ? "somewhere" : null);
    try {
      command.parseArgs(words.toArray(String[]::new));
      return Optional.empty();
    } catch (CommandLine.ParameterException mistake) {
      return Optional.of(mistake.getMessage());
    }
  }

  /** The query that it asks; empty where it is no query. */
  public Optional<String> query() {
    return words.get(0).equals("sql")
        ? words.stream().filter(word -> word.matches("(?s)SELECT [^…].*")).findFirst()
        : Optional.empty();
  }

  /** Whether it asks a query that is written out. */
  public boolean isQuery() {
    return query().isPresent();
  }

  /** Whether it can be run without a session. */
  public boolean needsNoSession() {
    return WITHOUT_SESSION.contains(words.get(0));
  }

  /**
   * Runs it, with new packs in a folder of their own.
   *
   * @return what it said; empty where it ended well
   */
  public Optional<String> failure(Path folder) {
    List<String> arguments = new ArrayList<>(words);
    if (words.get(0).equals("region")) {
      arguments.addAll(List.of("--to", folder.toString()));
    }
    int named = arguments.indexOf("--region");
    if (named >= 0 && folder.resolve(arguments.get(named + 1)).toFile().isDirectory()) {
      arguments.set(named + 1, folder.resolve(arguments.get(named + 1)).toString());
    }
    StringWriter said = new StringWriter();
    PrintWriter both = new PrintWriter(said, true);
    int exit = Diaodu.run(both, both, arguments.toArray(String[]::new));
    return exit == Diaodu.DONE ? Optional.empty() : Optional.of(said.toString());
  }
}
