package org.openworkbin.proof.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.openworkbin.proof.client.Response;
import org.openworkbin.proof.client.Response.NoReply;
import org.openworkbin.proof.client.Response.Reply;

/**
 * What is measured: only what was to begin inside the present window, so neither the warm-up nor
 * what comes between two rounds.
 */
final class Figures {
  private static final int CONFLICT = 409;
  private static final int TAKEN = 19;

  private final Map<Operation, OperationFigures> operations = new EnumMap<>(Operation.class);
  private volatile long from;
  private volatile long to;

  Figures() {
    for (Operation operation : Operation.values()) {
      operations.put(operation, new OperationFigures());
    }
  }

  /** Measures what is to begin between these two times, by {@link System#nanoTime}. */
  void window(long start, long end) {
    from = start;
    to = end;
  }

  boolean isMeasured(long intended) {
    return intended - from >= 0 && intended - to < 0;
  }

  OperationFigures of(Operation operation) {
    OperationFigures figures = operations.get(operation);
    if (figures == null) {
      throw new IllegalStateException("no figures for " + operation);
    }
    return figures;
  }

  Map<Operation, OperationFigures> all() {
    return operations;
  }

  /**
   * Does it, and measures how long it took.
   *
   * @param intended when it was to begin
   */
  Result measure(Operation operation, long intended, Supplier<Response> call) {
    long sent = System.nanoTime();
    Response response = call.get();
    long answered = System.nanoTime();
    Result result = Result.of(response, sent);
    if (isMeasured(intended)) {
      OperationFigures figures = of(operation);
      switch (result) {
        case Result.Done _ -> figures.done(answered - intended);
        case Result.Lost _ -> figures.lost();
        case Result.Failed failed -> figures.error(failed.words());
      }
    }
    return result;
  }

  /** What came of an operation. */
  sealed interface Result {

    /**
     * It was done.
     *
     * @param sent when the request went out
     */
    record Done(Reply reply, long sent) implements Result {}

    /** Somebody else was faster. */
    record Lost() implements Result {}

    /** Anything else. */
    record Failed(String words) implements Result {}

    private static Result of(Response response, long sent) {
      return switch (response) {
        case Reply reply when reply.isDone() -> new Done(reply, sent);
        case Reply reply -> refused(reply.status(), reply.code());
        case NoReply none -> new Failed("no answer: " + none.cause().getClass().getSimpleName());
      };
    }

    private static Result refused(int status, int code) {
      return status == CONFLICT && code == TAKEN
          ? new Lost()
          : new Failed(code < 0 ? "HTTP " + status : "HTTP %d code %d".formatted(status, code));
    }
  }
}
