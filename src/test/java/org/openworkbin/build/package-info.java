/** What holds for the sources themselves. */
@NullMarked
package org.openworkbin.build;

import org.jspecify.annotations.NullMarked;
