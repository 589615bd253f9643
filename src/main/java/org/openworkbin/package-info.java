/** The program and its start. */
@NullMarked
package org.openworkbin;

import org.jspecify.annotations.NullMarked;
