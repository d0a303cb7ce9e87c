package org.diaodu.table;

import java.util.Optional;
import org.diaodu.domain.TimePeriod;

/** What is asked for was never published. */
public final class NotReleasedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotReleasedException(String warehouse) {
    super("%s里还没有发布过的表，请先运行 diaodu nightly".formatted(warehouse));
  }

  public NotReleasedException(TimePeriod period, Optional<Integer> number) {
    super(
        number
            .map(n -> "%s没有第%d次发布".formatted(period, n))
            .orElse("%s还没有发布过，请先用--publish发布".formatted(period)));
  }
}
