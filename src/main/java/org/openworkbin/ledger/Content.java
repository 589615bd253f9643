package org.openworkbin.ledger;

/**
 * What an interaction holds, opaque to the ledger except for its priority.
 *
 * @param direction {@code Inbound} or {@code Outbound}; the contract's {@code chatType}, {@code
 *     emailType} and so on
 * @param receivedDate when it came, {@code yyyy-MM-dd HH:mm:ss.SSSZ} with the offset it came with
 * @param priority high first; the integer {@code userData.Priority}, else 0
 * @param attributes a checked JSON object: the members that its medium has beside the common ones
 *     ({@code subject}, {@code from}, {@code parentId} …), written as they are into the wire shape
 * @param userData a checked JSON object as it was attached: no duplicate keys, no NUL, numbers as
 *     written, none of the keys that the platform sets
 */
public record Content(
    String direction, String receivedDate, int priority, String attributes, String userData) {}
