package org.openworkbin.push;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long subscriptions live.
 *
 * @param subscriptionLife how long subscriptions outlive the last session of their user
 * @param sweepEvery how often they are looked through for those that have to end
 */
@ConfigurationProperties("open-workbin.push")
record PushSettings(
    @DefaultValue("30m") Duration subscriptionLife, @DefaultValue("30s") Duration sweepEvery) {}
