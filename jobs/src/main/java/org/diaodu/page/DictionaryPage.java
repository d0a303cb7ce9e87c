package org.diaodu.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diaodu.contract.CodeNames;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.DataDictionary;
import org.diaodu.contract.ExampleRows;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;
import org.diaodu.contract.View;
import org.diaodu.contract.ViewContract;
import org.diaodu.contract.ViewReader;

/** The data dictionary as one page in both languages, to search in; it needs no network. */
public final class DictionaryPage {
  /**
   * What the template shows.
   *
   * @param tables in the order in which a night fills them
   * @param views in the order of their questions
   * @param lists code lists
   */
  public record Content(List<Section> tables, List<ViewContract> views, List<CodeList> lists) {}

  /**
   * One table.
   *
   * @param contract what it is
   * @param name {@code database.table}
   * @param columns in order
   */
  public record Section(TableContract contract, String name, List<Line> columns) {}

  /**
   * One column.
   *
   * @param column what it is
   * @param type as SQL writes it
   * @param isKey whether it is part of the key
   * @param example a value to look at; empty = null
   */
  public record Line(TableContract.Column column, String type, boolean isKey, String example) {}

  /**
   * One code list.
   *
   * @param name by which columns refer to it
   * @param codes each with its meanings
   */
  public record CodeList(String name, List<Code> codes) {}

  /**
   * One code.
   *
   * @param code as it is stored
   * @param zh what it means, in Chinese
   * @param en the same in English
   */
  public record Code(String code, String zh, String en) {}

  private DictionaryPage() {}

  /** The page. */
  public static String html() {
    ExampleRows examples = ExampleRows.read();
    Content content =
        new Content(
            Arrays.stream(Table.values())
                .map(table -> section(ContractReader.read(table), examples.of(table)))
                .toList(),
            Arrays.stream(View.values()).map(ViewReader::read).toList(),
            CodeNames.lists().stream().map(DictionaryPage::list).toList());
    return PageTemplate.fill("page/dictionary.html.peb", "dictionary", content);
  }

  private static Section section(TableContract contract, Map<String, String> example) {
    return new Section(
        contract,
        contract.table().fullName(),
        contract.columns().stream()
            .map(
                column ->
                    new Line(
                        column,
                        column.type().sql().toLowerCase(Locale.ROOT),
                        contract.key().contains(column.name()),
                        example.get(column.name())))
            .toList());
  }

  private static CodeList list(String name) {
    return new CodeList(
        name,
        CodeNames.list(name).entrySet().stream()
            .map(e -> new Code(e.getKey(), e.getValue(), DataDictionary.nameEn(name, e.getKey())))
            .toList());
  }
}
