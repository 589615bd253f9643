package org.openworkbin.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * What is written to the log about requests while it is open: by whatever answers them, and not by
 * what else is going on in the same JVM.
 */
public final class LogLines implements AutoCloseable {
  private final Lines appender = new Lines();
  private final List<Logger> loggers =
      Stream.of(
              "org.openworkbin.http",
              "org.openworkbin.session",
              "org.openworkbin.push.cometd",
              "org.cometd",
              "org.eclipse.jetty",
              "org.springframework.web",
              "org.springframework.security")
          .map(name -> (Logger) LoggerFactory.getLogger(name))
          .toList();

  private LogLines() {}

  public static LogLines open() {
    LogLines opened = new LogLines();
    opened.appender.start();
    opened.loggers.forEach(logger -> logger.addAppender(opened.appender));
    return opened;
  }

  /** Level and message of each entry, with the stack trace where it has one. */
  public String text() {
    return String.join("", appender.texts);
  }

  @Override
  public void close() {
    loggers.forEach(logger -> logger.detachAppender(appender));
  }

  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      String trace = ThrowableProxyUtil.asString(event.getThrowableProxy());
      texts.add(event.getLevel() + " " + event.getFormattedMessage() + "\n" + trace);
    }
  }
}
