/** The load generator: plays a contact centre against a running server and measures it. */
@NullMarked
package org.openworkbin.proof.load;

import org.jspecify.annotations.NullMarked;
