package org.diaodu.server;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.spark.connect.proto.AnalyzePlanRequest;
import org.apache.spark.connect.proto.Plan;
import org.apache.spark.connect.proto.Read;
import org.apache.spark.connect.proto.Relation;
import org.apache.spark.connect.proto.ReleaseSessionRequest;
import org.apache.spark.connect.proto.SparkConnectServiceGrpc;
import org.diaodu.contract.Table;
import org.sparkproject.connect.grpc.ManagedChannel;
import org.sparkproject.connect.grpc.Metadata;
import org.sparkproject.connect.grpc.StatusRuntimeException;
import org.sparkproject.connect.grpc.netty.NettyChannelBuilder;
import org.sparkproject.connect.grpc.stub.MetadataUtils;

/** Asks a running server, as a client would, what columns a published table has. */
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
      server.analyzePlan(columnsOf(Table.AREAS, session));
      server.releaseSession(ReleaseSessionRequest.newBuilder().setSessionId(session).build());
    } catch (StatusRuntimeException e) {
      throw new RemoteFailureException(
          "%s %s".formatted(e.getStatus().getCode(), e.getStatus().getDescription()), e);
    } finally {
      channel.shutdownNow();
    }
  }

  private static AnalyzePlanRequest columnsOf(Table table, String session) {
    Read read =
        Read.newBuilder()
            .setNamedTable(Read.NamedTable.newBuilder().setUnparsedIdentifier(table.fullName()))
            .build();
    return AnalyzePlanRequest.newBuilder()
        .setSessionId(session)
        .setSchema(
            AnalyzePlanRequest.Schema.newBuilder()
                .setPlan(Plan.newBuilder().setRoot(Relation.newBuilder().setRead(read))))
        .build();
  }
}
