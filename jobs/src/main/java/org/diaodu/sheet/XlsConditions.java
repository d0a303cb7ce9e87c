package org.diaodu.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionType;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;

/** The conditional formatting of a sheet of an {@code .xls}, as looks of its numbers. */
final class XlsConditions {
  private XlsConditions() {}

  static List<ConditionalLook> of(SheetConditionalFormatting sheet) {
    List<ConditionalLook> looks = new ArrayList<>();
    for (int i = 0; i < sheet.getNumConditionalFormattings(); i++) {
      ConditionalFormatting formatting = sheet.getConditionalFormattingAt(i);
      for (int k = 0; k < formatting.getNumberOfRules(); k++) {
        ConditionalFormattingRule rule = formatting.getRule(k);
        looks.add(
            new ConditionalLook(
                Arrays.asList(formatting.getFormattingRanges()), condition(rule), effect(rule)));
      }
    }
    return looks;
  }

  private static ConditionalLook.Condition condition(ConditionalFormattingRule rule) {
    if (valuesHidden(rule)) {
      return new ConditionalLook.Always();
    }
    return rule.getConditionType() == ConditionType.CELL_VALUE_IS
        ? ConditionalLook.Condition.compared(
            operator(rule.getComparisonOperation()),
            Stream.of(rule.getFormula1(), rule.getFormula2()).filter(Objects::nonNull).toList())
        : new ConditionalLook.Unknown();
  }

  private static ConditionalLook.Effect effect(ConditionalFormattingRule rule) {
    return valuesHidden(rule)
        ? ConditionalLook.Effect.hidden()
        : ConditionalLook.Effect.of(rule, UnaryOperator.identity());
  }

  private static boolean valuesHidden(ConditionalFormattingRule rule) {
    return rule.getMultiStateFormatting() != null && rule.getMultiStateFormatting().isIconOnly();
  }

  private static String operator(byte comparison) {
    return switch (comparison) {
      case ComparisonOperator.EQUAL -> "equal";
      case ComparisonOperator.NOT_EQUAL -> "notEqual";
      case ComparisonOperator.LT -> "lessThan";
      case ComparisonOperator.LE -> "lessThanOrEqual";
      case ComparisonOperator.GT -> "greaterThan";
      case ComparisonOperator.GE -> "greaterThanOrEqual";
      case ComparisonOperator.BETWEEN -> "between";
      case ComparisonOperator.NOT_BETWEEN -> "notBetween";
      default -> null;
    };
  }
}
