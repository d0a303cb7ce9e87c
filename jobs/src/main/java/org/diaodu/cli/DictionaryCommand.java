package org.diaodu.cli;

import java.util.concurrent.Callable;
import org.diaodu.contract.DataDictionary;
import org.diaodu.page.DictionaryPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu dictionary}: what every table and column means. */
@Command(name = "dictionary", description = "由 schemas/ 生成数据字典。", mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {
  /** What it is written as. */
  private enum Format {
    md,
    html
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "md|html",
      defaultValue = "md",
      description = "md是Markdown（英文）；html是可以查找的网页（中英文）")
  private Format format;

  @Override
  public Integer call() {
    String text =
        switch (format) {
          case md -> DataDictionary.markdown();
          case html -> DictionaryPage.html();
        };
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return Diaodu.DONE;
  }
}
