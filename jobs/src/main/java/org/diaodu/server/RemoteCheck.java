package org.diaodu.server;

import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.spark.connect.proto.ExecutePlanRequest;
import org.apache.spark.connect.proto.ExecutePlanResponse;
import org.apache.spark.connect.proto.Plan;
import org.apache.spark.connect.proto.Relation;
import org.apache.spark.connect.proto.ReleaseSessionRequest;
import org.apache.spark.connect.proto.SQL;
import org.apache.spark.connect.proto.SparkConnectServiceGrpc;
import org.apache.spark.connect.proto.UserContext;
import org.diaodu.contract.Table;
import org.sparkproject.connect.grpc.ManagedChannel;
import org.sparkproject.connect.grpc.Metadata;
import org.sparkproject.connect.grpc.StatusRuntimeException;
import org.sparkproject.connect.grpc.netty.NettyChannelBuilder;
import org.sparkproject.connect.grpc.stub.MetadataUtils;

/**
 * Asks a running server, as a client would, for what it has to run a task: that it answers a look
 * at names says nothing of whether queries still come to an end.
 */
public final class RemoteCheck {
  private RemoteCheck() {}

  /**
   * Does nothing where the server answers.
   *
   * @throws RemoteFailureException where it does not
   */
  public static void require(String host, int port, Token token, Duration patience) {
    ManagedChannel channel = NettyChannelBuilder.forAddress(host, port).usePlaintext().build();
    try {
      Metadata headers = new Metadata();
      token.shown().ifPresent(shown -> headers.put(Door.AUTHORIZATION, shown));
      SparkConnectServiceGrpc.SparkConnectServiceBlockingStub server =
          SparkConnectServiceGrpc.newBlockingStub(channel)
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
              .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS);
      String session = UUID.randomUUID().toString();
      requireOneRow(server.executePlan(rowsOf(Table.AREAS, session)));
      server.releaseSession(ReleaseSessionRequest.newBuilder().setSessionId(session).build());
    } catch (StatusRuntimeException e) {
      throw new RemoteFailureException(
          "%s %s".formatted(e.getStatus().getCode(), e.getStatus().getDescription()), e);
    } finally {
      channel.shutdownNow();
    }
  }

  /** Read to its end: only then were tasks run for it. */
  private static void requireOneRow(Iterator<ExecutePlanResponse> answer) {
    long rows = 0;
    while (answer.hasNext()) {
      rows += answer.next().getArrowBatch().getRowCount();
    }
    if (rows != 1) {
      throw new RemoteFailureException("%s应有的一行没有来".formatted(Table.AREAS.fullName()), null);
    }
  }

  private static ExecutePlanRequest rowsOf(Table table, String session) {
    Relation counted =
        Relation.newBuilder()
            .setSql(
                SQL.newBuilder()
                    .setQuery("SELECT max(ref_area) FROM %s".formatted(table.fullName())))
            .build();
    return ExecutePlanRequest.newBuilder()
        .setSessionId(session)
        .setUserContext(UserContext.newBuilder().setUserId("check"))
        .setPlan(Plan.newBuilder().setRoot(counted))
        .build();
  }
}
