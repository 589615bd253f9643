package org.openworkbin.ledger;

import org.openworkbin.id.BinId;

/**
 * The counters of one bin; both change in the transaction of the move that touches it.
 *
 * @param revision how many moves have touched the bin: 0 for one never used, rising by one
 * @param itemCount how many interactions lie in it at that revision
 */
public record BinState(BinId bin, long revision, long itemCount) {}
