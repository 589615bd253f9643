package org.openworkbin.http;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How clients reach this server.
 *
 * @param externalUrl the prefix of every {@code uri} in answers, for example {@code
 *     https://desk.example.com}; a path before {@code /api/v2} is kept. Default: as the request
 *     came
 */
@ConfigurationProperties("open-workbin")
public record HttpSettings(Optional<String> externalUrl) {}
