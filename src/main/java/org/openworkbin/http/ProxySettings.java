package org.openworkbin.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which machines stand before this server.
 *
 * @param trusted addresses like {@code 10.0.0.7}, or networks like {@code 10.0.0.0/8}, of proxies
 *     whose {@code X-Forwarded-For} is believed; by default nobody's is
 */
@ConfigurationProperties("open-workbin.proxies")
record ProxySettings(@DefaultValue List<String> trusted) {
  ProxySettings {
    trusted.forEach(Network::parse);
    trusted = List.copyOf(trusted);
  }
}
