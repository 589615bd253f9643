package org.openworkbin.http;

import java.util.List;

/**
 * Names further origins whose pages may call, beside those of the settings. Asked for each request
 * that comes from another origin: thread-safe and free of cost.
 */
@FunctionalInterface
public interface OriginList {

  /** What is no origin among them is not looked at. */
  List<String> origins();
}
