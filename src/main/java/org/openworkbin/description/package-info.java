/** The description of the API and the pages that show it, as the running server serves them. */
@NullMarked
package org.openworkbin.description;

import org.jspecify.annotations.NullMarked;
