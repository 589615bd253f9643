/** The media: how each is called on the wire, its life cycle, and what its holder is told. */
@NullMarked
package org.openworkbin.interaction;

import org.jspecify.annotations.NullMarked;
