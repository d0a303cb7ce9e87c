package org.diaodu.ingest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.diaodu.fuzz.Dice;
import org.diaodu.fuzz.Hostile;
import org.diaodu.fuzz.StrictFigure;
import org.diaodu.fuzz.Target;

/** Figures of text files: refused, or exactly what stands there. */
public final class FuzzedFigures implements Target {
  @Override
  public String name() {
    return "figure of a text file";
  }

  @Override
  public byte[] input(Dice dice) {
    return Hostile.texts(dice, Hostile.figure(dice), 2).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long read(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Optional<BigDecimal> read = FigureParser.parse(text);
    if (read.isPresent()) {
      BigDecimal strict = StrictFigure.typed(text).orElse(null);
      if (strict == null || strict.compareTo(read.get()) != 0) {
        throw new AssertionError(
            "silently wrong: '%s' was read as %s and is %s".formatted(text, read.get(), strict));
      }
    }
    return read.isPresent() ? 1 : 0;
  }
}
