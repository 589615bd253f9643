package org.openworkbin.cli;

import org.springframework.context.SmartLifecycle;

/**
 * Something that has to be in the store before anybody is told of it or may ask for it: it is done
 * after the store is open and before push and the web server start.
 */
final class FirstLoad implements SmartLifecycle {
  private static final int BEFORE_PUSH = -1000;

  private final Runnable load;
  private volatile boolean running;

  FirstLoad(Runnable load) {
    this.load = load;
  }

  @Override
  public void start() {
    load.run();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_PUSH;
  }
}
