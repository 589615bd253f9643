/**
 * {@code prove}: a crowd with faults against a running server, whose history is recorded and
 * judged.
 */
@NullMarked
package org.openworkbin.proof.prove;

import org.jspecify.annotations.NullMarked;
