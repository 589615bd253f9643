/** Who there is and who may do what to which bin. */
@NullMarked
package org.openworkbin.directory;

import org.jspecify.annotations.NullMarked;
