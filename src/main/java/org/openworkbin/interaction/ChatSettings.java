package org.openworkbin.interaction;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What comes with pulling a chat out of a workbin; the contract's options of these names.
 *
 * @param enableNotificationOnPullChat whether the puller gets the message of the chat's new state
 * @param enableJoinOnPullChat whether the puller joins the chat: else he has it in hand and is not
 *     among its participants
 */
@ConfigurationProperties("open-workbin.chat")
record ChatSettings(
    @DefaultValue("true") boolean enableNotificationOnPullChat,
    @DefaultValue("true") boolean enableJoinOnPullChat) {}
