package org.diaodu.server;

import java.util.function.Function;
import scala.Function1;
import scala.runtime.AbstractFunction1;

/** Java functions where Spark wants Scala's. */
final class ScalaFunctions {
  private ScalaFunctions() {}

  static <A, B> Function1<A, B> of(Function<A, B> function) {
    return new AbstractFunction1<>() {
      @Override
      public B apply(A argument) {
        return function.apply(argument);
      }
    };
  }
}
