package org.openworkbin.push.cometd;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How notifications are sent.
 *
 * @param hold how long a poll is held while there is nothing to send; has to be shorter than {@code
 *     server.jetty.connection-idle-timeout}
 * @param maxInterval how long a client may stay away between two polls before its session ends
 * @param maxQueue how many messages may wait for a client that does not fetch them; with more its
 *     session ends
 * @param maxMessageSize how large what a client sends may be
 * @param sessionsPerBrowser how many sessions of one browser may have a held poll at once
 * @param batch messages that follow each other closer than this go out together, at most this late
 * @param websocket whether WebSocket is offered beside long-polling
 * @param acknowledge whether clients may use the acknowledge extension; it costs a round trip for
 *     each message
 * @param cookieSameSite {@code SameSite} of the cookie that tells browsers apart
 */
@ConfigurationProperties("open-workbin.push")
record CometdSettings(
    @DefaultValue("25s") Duration hold,
    @DefaultValue("15s") Duration maxInterval,
    @DefaultValue("5000") int maxQueue,
    @DefaultValue("64KB") DataSize maxMessageSize,
    @DefaultValue("8") int sessionsPerBrowser,
    @DefaultValue("10ms") Duration batch,
    @DefaultValue("true") boolean websocket,
    @DefaultValue("false") boolean acknowledge,
    @DefaultValue("Lax") String cookieSameSite) {}
