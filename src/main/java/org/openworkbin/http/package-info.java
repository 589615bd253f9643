/** The envelope of every answer, and how refusals look on the wire. */
@NullMarked
package org.openworkbin.http;

import org.jspecify.annotations.NullMarked;
