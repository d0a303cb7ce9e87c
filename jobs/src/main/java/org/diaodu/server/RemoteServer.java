package org.diaodu.server;

import java.net.BindException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.service.SparkConnectService;
import org.apache.spark.sql.connect.service.SparkConnectService$;
import org.apache.spark.util.SignalUtils;
import org.diaodu.published.PublishedTables;
import scala.Option;
import scala.runtime.AbstractFunction0;

/** A Spark Connect server through which clients read the published tables, and do nothing else. */
public final class RemoteServer {
  /** Of one request; a query is small, and so are rows that a client brings along. */
  private static final String LARGEST_REQUEST = "16m";

  private final CountDownLatch asked = new CountDownLatch(1);
  private final TimeLimit limit;

  private RemoteServer(TimeLimit limit) {
    this.limit = limit;
  }

  /**
   * What the session has to be opened with.
   *
   * @param host address to listen at
   * @param port 0 = any that is free
   * @param largestResult of one query, such as {@code 256m}
   */
  public static Map<String, String> settings(String host, int port, String largestResult) {
    return Map.of(
        "spark.connect.grpc.binding.address",
        host,
        "spark.connect.grpc.binding.port",
        Integer.toString(port),
        "spark.connect.grpc.interceptor.classes",
        Door.class.getName(),
        "spark.connect.grpc.maxInboundMessageSize",
        LARGEST_REQUEST,
        "spark.sql.connect.serverStacktrace.enabled",
        "false",
        "spark.driver.maxResultSize",
        largestResult,
        "spark.sql.runSQLOnFiles",
        "false",
        "spark.sql.extensions",
        ClientRules.class.getName());
  }

  /**
   * Starts the one server of this process.
   *
   * @param own session opened with {@link #settings}
   * @param newest the tables of the newest manifest, as they may be shown now; asked for once for
   *     each client session
   * @param token what clients show
   * @param longest time that one query may take
   * @param log takes one line for each call that was refused or ended
   * @throws BindException where it cannot listen there
   */
  public static RemoteServer start(
      SparkSession own,
      Supplier<PublishedTables> newest,
      Token token,
      Duration longest,
      Consumer<String> log)
      throws BindException {
    // Published tables are read by path and version here; clients never read by path.
    own.conf().set("spark.sql.runSQLOnFiles", "true");
    CatalogOfNames.create(own);
    new Serving(own, newest, new RequestGuard(own), token, log).begin();
    listen(own);
    RemoteServer server = new RemoteServer(new TimeLimit(longest, log));
    server.stopOn("TERM");
    server.stopOn("INT");
    return server;
  }

  /** The port that it listens at. */
  public int port() {
    return SparkConnectService$.MODULE$.localPort();
  }

  /** Waits until the process is asked to end. */
  public void awaitEnd() throws InterruptedException {
    asked.await();
  }

  /** Takes no more queries, and ends those that still run when the time is over. */
  public void stop(Duration grace) {
    SparkConnectService.stop(Option.apply(grace.toMillis()), Option.apply(TimeUnit.MILLISECONDS));
    limit.close();
  }

  private static void listen(SparkSession own) throws BindException {
    try {
      SparkConnectService.start(own.sparkContext());
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException taken) {
          throw taken;
        }
      }
      throw e;
    }
  }

  private void stopOn(String signal) {
    SignalUtils.register(
        signal,
        new AbstractFunction0<Object>() {
          @Override
          public Object apply() {
            asked.countDown();
            return true;
          }
        });
  }
}
