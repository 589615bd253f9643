package org.openworkbin;

import org.openworkbin.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The program: an open server for workbins. Its users are its own, not Boot's. */
@SpringBootApplication(
    exclude = UserDetailsServiceAutoConfiguration.class,
    proxyBeanMethods = false)
public class OpenWorkbin {

  /** Runs the command that the arguments name. */
  public static void main(String[] arguments) {
    System.exit(Commands.run(OpenWorkbin.class, arguments));
  }
}
