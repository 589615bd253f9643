/** What tests of several packages share. */
@NullMarked
package org.openworkbin.testing;

import org.jspecify.annotations.NullMarked;
