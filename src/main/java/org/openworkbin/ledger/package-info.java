/** The heart: where every interaction is, the moves between locations, and the journal of them. */
@NullMarked
package org.openworkbin.ledger;

import org.jspecify.annotations.NullMarked;
