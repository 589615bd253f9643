/** A client of any running server: many agents who ask by HTTP and listen by CometD. */
@NullMarked
package org.openworkbin.proof.client;

import org.jspecify.annotations.NullMarked;
