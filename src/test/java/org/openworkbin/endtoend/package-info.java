/** The whole server as its clients see it: real HTTP, real notifications, the real demo. */
@NullMarked
package org.openworkbin.endtoend;

import org.jspecify.annotations.NullMarked;
