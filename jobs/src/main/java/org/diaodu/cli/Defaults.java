package org.diaodu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diaodu.region.PackFault;
import org.diaodu.region.YamlNode;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is when the command line does not say: the environment ({@code DIAODU_LANDING} for
 * {@code --landing}), and where that says nothing either, the configuration file.
 */
final class Defaults implements IDefaultValueProvider {
  private final Map<String, String> configured;

  private Defaults(Map<String, String> configured) {
    this.configured = configured;
  }

  /**
   * With the file that {@code --conf} names, else {@code DIAODU_CONF}, else {@code
   * conf/diaodu.yaml}.
   *
   * @param command whose options it may name
   * @throws UsageException where a file that was named is not there, where it is no YAML, or where
   *     it names an option that no command has: all faults at once
   */
  static Defaults from(CommandLine command, String... args) {
    Optional<Path> named = Optional.ofNullable(System.getenv("DIAODU_CONF")).map(Path::of);
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals("--conf")) {
        named = Optional.of(Path.of(args[i + 1]));
      }
    }
    Path file = named.orElse(Home.folder().resolve("conf/diaodu.yaml"));
    if (Files.isRegularFile(file)) {
      return new Defaults(read(file, options(command)));
    }
    if (named.isPresent()) {
      throw new UsageException("找不到配置文件 %s：检查 --conf 或环境变量 DIAODU_CONF".formatted(file));
    }
    return new Defaults(Map.of());
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String name = name(option);
    String fromEnvironment =
        System.getenv("DIAODU_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    return fromEnvironment != null ? fromEnvironment : configured.get(name);
  }

  private static Map<String, String> read(Path file, Set<String> known) {
    List<PackFault> faults = new ArrayList<>();
    YamlNode root = YamlNode.of(file.toString(), text(file), faults);
    root.fields(known);
    if (!faults.isEmpty()) {
      throw new UsageException(
          "配置文件有 %d 处错误，没有运行：%n%s"
              .formatted(
                  faults.size(),
                  faults.stream().map(PackFault::toString).collect(Collectors.joining("\n"))));
    }
    Map<String, String> configured = new HashMap<>();
    root.entries().forEach((name, value) -> configured.put(name, value.text()));
    return configured;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Names of the options of all commands, without their dashes. */
  private static Set<String> options(CommandLine command) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.add(name(option));
    }
    command.getSubcommands().values().forEach(sub -> names.addAll(options(sub)));
    return names;
  }

  private static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^--", "");
  }
}
