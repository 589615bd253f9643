package org.openworkbin.cli;

import java.net.InetAddress;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server listens.
 *
 * @param port 0 takes one that is free and prints it
 * @param address the address of the one network interface to listen on; all of them where it is
 *     left out, only 127.0.0.1 in the demo
 */
@ConfigurationProperties("open-workbin")
record ServerSettings(@DefaultValue("8090") int port, Optional<InetAddress> address) {
  private static final int MAX_PORT = 65_535;

  ServerSettings {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("open-workbin.port must be 0 to " + MAX_PORT);
    }
  }
}
