package org.diaodu.testing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Counts the jobs that the shared session starts. */
public final class SparkJobs extends SparkListener {
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(30);

  private final AtomicInteger started = new AtomicInteger();

  private SparkJobs() {}

  /** Counts from now on. */
  public static SparkJobs counted() {
    SparkJobs jobs = new SparkJobs();
    SharedSpark.session().sparkContext().addSparkListener(jobs);
    jobs.sinceLastAsked();
    return jobs;
  }

  /** How many began since this was asked last. */
  public int sinceLastAsked() {
    try {
      SharedSpark.session().sparkContext().listenerBus().waitUntilEmpty(PATIENCE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Spark does not tell of its jobs", e);
    }
    return started.getAndSet(0);
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    started.incrementAndGet();
  }
}
