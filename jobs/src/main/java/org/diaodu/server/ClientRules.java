package org.diaodu.server;

import org.apache.spark.sql.SparkSessionExtensions;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/** Brings the rules for clients into Spark: named in {@code spark.sql.extensions}. */
public final class ClientRules extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectResolutionRule(ScalaFunctions.of(PublishedRows::new));
    extensions.injectCheckRule(ScalaFunctions.of(PlanGuard::new));
    return BoxedUnit.UNIT;
  }
}
