package org.openworkbin.http;

import org.jspecify.annotations.Nullable;

/**
 * What is put around each call of a resource's method: after its arguments were read, before its
 * answer is written.
 */
@FunctionalInterface
public interface CallFrame {
  /** Nothing. */
  CallFrame NONE = ScopedValue.CallableOp::call;

  /** Makes the call, and returns or throws what it does. */
  @Nullable Object within(ScopedValue.CallableOp<@Nullable Object, Exception> call)
      throws Exception;
}
