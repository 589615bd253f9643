package org.openworkbin.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How log-in shows on the wire.
 *
 * @param challenge whether a request without log-in is answered 401 with a challenge, at which
 *     browsers ask for name and password, instead of 403 without one; CSRF protection then covers
 *     requests with Basic credentials too
 * @param csrf whether requests that change something need the CSRF token of their session
 */
@ConfigurationProperties("open-workbin.security")
public record SecuritySettings(
    @DefaultValue("false") boolean challenge, @DefaultValue("false") boolean csrf) {}
