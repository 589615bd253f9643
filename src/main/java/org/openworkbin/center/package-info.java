/** Contact-centre files: reading, checking, comparing with the store, and loading them. */
@NullMarked
package org.openworkbin.center;

import org.jspecify.annotations.NullMarked;
