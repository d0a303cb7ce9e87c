package org.diaodu.server;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private static final String ADDRESS = "spark.connect.grpc.binding.address";

  /** What it may remember, ten kilobytes each. */
  private static final String PARSER_STATES = "20000";

  /** Until the first query is answered, on a machine that has much else to do. */
  private static final Duration TO_BEGIN = Duration.ofMinutes(5);

  /** After a query has been told to end, it may take as long until its tasks have noticed. */
  private static final Duration TO_END = Duration.ofMinutes(1);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicBoolean standsStill = new AtomicBoolean();
  private final TimeLimit time;
  private final MemoryLimit memory;
  private final HealthWatch health;

  private RemoteServer(SparkSession own, Duration longest, Consumer<String> log) {
    this.time = new TimeLimit(longest, log);
    this.memory = new MemoryLimit(log);
    this.health =
        new HealthWatch(
            own,
            longest.plus(TO_END),
            () -> {
              log.accept("stands still: no task was done for %s".formatted(longest.plus(TO_END)));
              standsStill.set(true);
              asked.countDown();
            });
  }

  /**
   * What the session has to be opened with.
   *
   * @param host address to listen at
   * @param port 0 = any that is free
   * @param largestResult of one query, such as {@code 256m}
   */
  public static Map<String, String> settings(String host, int port, String largestResult) {
    return Map.ofEntries(
        Map.entry(ADDRESS, host),
        Map.entry("spark.connect.grpc.binding.port", Integer.toString(port)),
        Map.entry("spark.connect.grpc.interceptor.classes", Door.class.getName()),
        Map.entry("spark.connect.grpc.maxInboundMessageSize", LARGEST_REQUEST),
        Map.entry("spark.sql.connect.serverStacktrace.enabled", "false"),
        Map.entry("spark.driver.maxResultSize", largestResult),
        Map.entry("spark.sql.runSQLOnFiles", "false"),
        Map.entry("spark.sql.extensions", ClientRules.class.getName()),
        // By itself the parser forgets nothing of any query, until the memory is full of it.
        Map.entry("spark.sql.parser.manageParserCaches", "true"),
        Map.entry("spark.sql.parser.parserDfaCacheFlushThreshold", PARSER_STATES),
        // A short query does not wait until all tasks of a long one are done.
        Map.entry("spark.scheduler.mode", "FAIR"),
        // A task that asked for more memory than there is fails alone, and not the process with it.
        Map.entry("spark.executor.killOnFatalError.depth", "0"),
        // On a cluster, what does not end when it is told to is ended with its process.
        Map.entry("spark.task.reaper.enabled", "true"),
        Map.entry("spark.task.reaper.killTimeout", "60s"));
  }

  /**
   * Starts the one server of this process; comes back when it has answered a first query.
   *
   * @param own session opened with {@link #settings}
   * @param newest the tables of the newest manifest, as they may be shown now; asked for once for
   *     each client session
   * @param token what clients show
   * @param longest time that one query may take
   * @param log takes one line for each call that was refused or ended
   * @throws BindException where it cannot listen there
   * @throws RemoteFailureException where it does not answer
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
    answerFirst(own, token);
    RemoteServer server = new RemoteServer(own, longest, log);
    server.stopOn("TERM");
    server.stopOn("INT");
    return server;
  }

  /**
   * Asks itself, as a client would: the first query of a process takes many times as long as those
   * after it, and a limit on the time of a query is not meant for that.
   */
  private static void answerFirst(SparkSession own, Token token) {
    String host = own.sparkContext().getConf().get(ADDRESS);
    try {
      InetAddress at = InetAddress.getByName(host);
      String reached =
          (at.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : at).getHostAddress();
      RemoteCheck.require(reached, boundPort(), token, TO_BEGIN);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that it listens at. */
  public int port() {
    return boundPort();
  }

  private static int boundPort() {
    return SparkConnectService$.MODULE$.localPort();
  }

  /**
   * Waits until the process is asked to end.
   *
   * @return whether somebody asked; else it stands still and has to be started anew
   */
  public boolean awaitEnd() throws InterruptedException {
    asked.await();
    return !standsStill.get();
  }

  /** Takes no more queries, and ends those that still run when the time is over. */
  public void stop(Duration grace) {
    SparkConnectService.stop(Option.apply(grace.toMillis()), Option.apply(TimeUnit.MILLISECONDS));
    time.close();
    memory.close();
    health.close();
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
