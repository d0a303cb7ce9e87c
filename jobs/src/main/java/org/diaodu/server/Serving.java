package org.diaodu.server;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.diaodu.published.PublishedTables;
import org.sparkproject.connect.grpc.ServerCall;
import org.sparkproject.connect.grpc.Status;

/**
 * What the one server of this process serves. Spark makes our interceptor and our rules by the
 * names of their classes and passes them nothing, hence the static reference.
 *
 * @param own the server's own session, to which the rules for clients do not apply
 * @param newest the tables of the newest manifest, as they may be shown now
 * @param guard looks at requests
 * @param token what clients show
 * @param log takes one line for each call that was refused
 */
record Serving(
    SparkSession own,
    Supplier<PublishedTables> newest,
    RequestGuard guard,
    Token token,
    Consumer<String> log) {
  private static final AtomicReference<Serving> CURRENT = new AtomicReference<>();

  /** Makes it known to Spark's side. */
  void begin() {
    if (!CURRENT.compareAndSet(null, this)) {
      throw new IllegalStateException("This process has a server already; Spark Connect knows one");
    }
  }

  static Serving current() {
    Serving serving = CURRENT.get();
    if (serving == null) {
      throw new IllegalStateException("No server was started; see RemoteServer.start");
    }
    return serving;
  }

  /** Whether the rules for clients apply to a session: to all but the server's own. */
  static boolean isClient(SparkSession session) {
    Serving serving = CURRENT.get();
    return serving != null && serving.own() != session;
  }

  /** Writes down that a call was refused: never what it carried beside the reason. */
  void refused(ServerCall<?, ?> call, Status status, String why) {
    log.accept(
        "refused status=%s call=%s from=%s why=%s"
            .formatted(
                status.getCode(),
                call.getMethodDescriptor().getBareMethodName(),
                call.getAttributes()
                    .get(org.sparkproject.connect.grpc.Grpc.TRANSPORT_ATTR_REMOTE_ADDR),
                why.replaceAll("\\s+", " ")));
  }
}
