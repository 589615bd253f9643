/** Typed ids and how they are made. */
@NullMarked
package org.openworkbin.id;

import org.jspecify.annotations.NullMarked;
