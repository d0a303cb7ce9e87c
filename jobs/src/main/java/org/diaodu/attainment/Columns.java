package org.diaodu.attainment;

import java.util.List;
import scala.collection.immutable.Seq;

/** Names of columns as Spark's joins want them. */
final class Columns {
  private Columns() {}

  static Seq<String> named(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
