package org.openworkbin.cli;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The part of the program that needs no web server: store, ledger, directory and the contact-centre
 * file. No component, so that the server's own scan does not find it.
 */
@ComponentScan({
  "org.openworkbin.sql",
  "org.openworkbin.ledger",
  "org.openworkbin.directory",
  "org.openworkbin.center"
})
@Import(FoundationConfiguration.class)
@EnableConfigurationProperties
class StoreContext {}
