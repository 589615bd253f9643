/**
 * What clients asked of a server, were answered and told, and the judgement whether that can be the
 * history of one that keeps its promises.
 */
@NullMarked
package org.openworkbin.proof.history;

import org.jspecify.annotations.NullMarked;
