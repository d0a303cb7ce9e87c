package org.diaodu.layout;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.diaodu.fuzz.Dice;
import org.diaodu.fuzz.Hostile;
import org.diaodu.fuzz.StrictFigure;
import org.diaodu.fuzz.Target;

/** Figures of printed tables: refused, or exactly what stands there. */
public final class FuzzedPrintedFigures implements Target {
  @Override
  public String name() {
    return "figure of a printed table";
  }

  @Override
  public byte[] input(Dice dice) {
    String words = dice.oneIn(4) ? dice.one("增长", "下降", "持平", "同比下降", "负增长", "提高") : "";
    return Hostile.texts(dice, words + Hostile.figure(dice), 2).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long read(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    PrintedFigure read = PrintedFigure.of(text);
    Label.of(text);
    if (read.digits() != null) {
      BigDecimal strict = StrictFigure.printed(text).orElse(null);
      if (strict == null || strict.compareTo(new BigDecimal(read.digits())) != 0) {
        throw new AssertionError(
            "silently wrong: '%s' was read as %s and is %s".formatted(text, read.digits(), strict));
      }
    }
    if (read.absent() && text.codePoints().anyMatch(Character::isDigit)) {
      throw new AssertionError("silently lost: '%s' was read as no figure".formatted(text));
    }
    return read.digits() != null ? 1 : 0;
  }
}
