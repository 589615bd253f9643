/**
 * Notifications by CometD: long-polling and WebSocket, behind the same log-in as everything else.
 */
@NullMarked
package org.openworkbin.push.cometd;

import org.jspecify.annotations.NullMarked;
