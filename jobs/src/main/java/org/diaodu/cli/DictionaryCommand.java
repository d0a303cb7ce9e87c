package org.diaodu.cli;

import java.util.concurrent.Callable;
import org.diaodu.contract.DataDictionary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code diaodu dictionary}: the data dictionary, from the contracts. */
@Command(
    name = "dictionary",
    description = "由 schemas/ 生成数据字典（Markdown）。",
    mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(DataDictionary.markdown());
    spec.commandLine().getOut().flush();
    return Diaodu.DONE;
  }
}
