package org.diaodu.release;

import org.diaodu.domain.TimePeriod;

/** The last release of a period shows the same. */
public final class NothingToPublishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NothingToPublishException(TimePeriod period, int number) {
    super("%s的第%d次发布与现在的内容相同，没有需要更正的，未再发布。要按那以后修订的数更正，请用--as-of写明截至哪一天".formatted(period, number));
  }
}
