package org.diaodu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
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
   */
  static Defaults from(String... args) {
    Path file = Home.folder().resolve("conf/diaodu.yaml");
    if (System.getenv("DIAODU_CONF") != null) {
      file = Path.of(System.getenv("DIAODU_CONF"));
    }
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals("--conf")) {
        file = Path.of(args[i + 1]);
      }
    }
    return new Defaults(read(file));
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String name = option.longestName().replaceFirst("^--", "");
    String fromEnvironment =
        System.getenv("DIAODU_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    return fromEnvironment != null ? fromEnvironment : configured.get(name);
  }

  private static Map<String, String> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      Object yaml =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      Map<String, String> configured = new HashMap<>();
      if (yaml instanceof Map<?, ?> map) {
        map.forEach((name, value) -> configured.put(name.toString(), String.valueOf(value)));
      }
      return configured;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
