package org.diaodu.dispatch;

import java.util.List;
import scala.collection.immutable.Seq;

/** Names of columns as Spark's joins want them. */
final class Names {
  private Names() {}

  static Seq<String> of(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
