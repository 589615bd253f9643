package org.openworkbin.http;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The operations on {@code /api/v2/me} that other packages bring, by name. */
@Component
public final class MeOperations {
  private final List<MeOperation> operations;

  MeOperations(ObjectProvider<MeOperation> operations) {
    this.operations = operations.orderedStream().toList();
  }

  /** The one that the body asks for. */
  public Optional<MeOperation> named(String operationName) {
    return operations.stream()
        .filter(operation -> operation.name().equals(operationName))
        .findFirst();
  }
}
