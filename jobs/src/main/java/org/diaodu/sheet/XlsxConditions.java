package org.diaodu.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDxfStyleProvider;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.xml.sax.Attributes;

/** The events of a sheet's conditional formatting, as looks of its numbers. */
final class XlsxConditions {
  private final Looks looks;
  private final StylesTable styles;
  private final StringBuilder formula = new StringBuilder();
  private final List<String> formulas = new ArrayList<>();
  private List<CellRangeAddress> cells = List.of();
  private String type = "";
  private String operator;
  private String style;
  private boolean inFormula;
  private boolean valuesHidden;

  XlsxConditions(Looks looks, StylesTable styles) {
    this.looks = looks;
    this.styles = styles;
  }

  void start(String name, Attributes a) {
    switch (name) {
      case "conditionalFormatting" -> cells = ranges(a.getValue("sqref"));
      case "cfRule" -> {
        type = String.valueOf(a.getValue("type"));
        operator = a.getValue("operator");
        style = a.getValue("dxfId");
        formulas.clear();
        valuesHidden = false;
      }
      case "dataBar", "iconSet" -> valuesHidden = WorkbookSettings.isFalse(a.getValue("showValue"));
      case "formula" -> {
        inFormula = true;
        formula.setLength(0);
      }
      default -> {}
    }
  }

  void characters(char[] ch, int start, int length) {
    if (inFormula) {
      formula.append(ch, start, length);
      Limits.checkText(formula.length());
    }
  }

  void end(String name) {
    switch (name) {
      case "formula" -> {
        inFormula = false;
        formulas.add(formula.toString());
      }
      case "cfRule" -> looks.add(new ConditionalLook(cells, condition(), effect()));
      default -> {}
    }
  }

  private ConditionalLook.Condition condition() {
    if (valuesHidden) {
      return new ConditionalLook.Always();
    }
    return type.equals("cellIs")
        ? ConditionalLook.Condition.compared(operator, formulas)
        : new ConditionalLook.Unknown();
  }

  private ConditionalLook.Effect effect() {
    if (valuesHidden) {
      return ConditionalLook.Effect.hidden();
    }
    if (style == null || styles == null) {
      boolean paints = type.equals("colorScale") || type.equals("dataBar");
      return new ConditionalLook.Effect(false, false, null, paints);
    }
    CTDxf changes = styles.getDxfAt(Integer.parseInt(style));
    return ConditionalLook.Effect.of(
        new XSSFDxfStyleProvider(changes, 0, styles.getIndexedColors()), this::themed);
  }

  private Color themed(Color color) {
    if (color instanceof XSSFColor named && styles.getTheme() != null) {
      styles.getTheme().inheritFromThemeAsRequired(named);
    }
    return color;
  }

  private static List<CellRangeAddress> ranges(String references) {
    return references == null
        ? List.of()
        : Arrays.stream(references.strip().split("\\s+")).map(CellRangeAddress::valueOf).toList();
  }
}
