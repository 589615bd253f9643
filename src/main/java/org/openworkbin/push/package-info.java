/** Topics, audiences and subscriptions: what is sent to whom, whatever carries it. */
@NullMarked
package org.openworkbin.push;

import org.jspecify.annotations.NullMarked;
