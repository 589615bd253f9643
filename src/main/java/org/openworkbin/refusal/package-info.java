/**
 * What the server says no with: a closed set of refusals, and the one exception that carries them.
 */
@NullMarked
package org.openworkbin.refusal;

import org.jspecify.annotations.NullMarked;
