/** The browser page: files that the build made of the folder {@code page}, and how they go out. */
@NullMarked
package org.openworkbin.page;

import org.jspecify.annotations.NullMarked;
