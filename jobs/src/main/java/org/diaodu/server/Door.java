package org.diaodu.server;

import org.diaodu.published.QueryNotAllowedException;
import org.sparkproject.connect.grpc.Metadata;
import org.sparkproject.connect.grpc.ServerCall;
import org.sparkproject.connect.grpc.ServerCallHandler;
import org.sparkproject.connect.grpc.ServerInterceptor;
import org.sparkproject.connect.grpc.Status;
import org.sparkproject.connect.protobuf.Message;

/**
 * Every call comes through here: first the token, then each message of it. Spark makes it by its
 * name, so what it needs stands in {@link Serving}.
 */
public final class Door implements ServerInterceptor {
  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Serving serving = Serving.current();

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!serving.token().admits(headers.get(AUTHORIZATION))) {
      return refuse(call, Status.UNAUTHENTICATED, "令牌不对，或没有令牌");
    }
    return new GuardedCall<>(call, headers, next);
  }

  private <Q> ServerCall.Listener<Q> refuse(ServerCall<Q, ?> call, Status status, String why) {
    serving.refused(call, status, why);
    call.close(status.withDescription(why), new Metadata());
    return new ServerCall.Listener<>() {};
  }

  /** Lets the messages of one call through one by one, until one is refused. */
  private final class GuardedCall<Q, A> extends ServerCall.Listener<Q> {
    private final ServerCall<Q, A> call;
    private ServerCall.Listener<Q> inner;

    GuardedCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      this.call = call;
      this.inner = next.startCall(call, headers);
    }

    @Override
    public void onMessage(Q message) {
      try {
        serving.guard().require((Message) message);
      } catch (QueryNotAllowedException e) {
        inner.onCancel();
        inner = refuse(call, Status.PERMISSION_DENIED, e.getMessage());
        return;
      } catch (RuntimeException | StackOverflowError e) {
        inner.onCancel();
        inner = refuse(call, Status.PERMISSION_DENIED, "请求无法检查：" + e);
        return;
      }
      inner.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      inner.onHalfClose();
    }

    @Override
    public void onCancel() {
      inner.onCancel();
    }

    @Override
    public void onComplete() {
      inner.onComplete();
    }

    @Override
    public void onReady() {
      inner.onReady();
    }
  }
}
