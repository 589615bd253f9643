/** Workbins: their definitions, their content, and the Workbins API. */
@NullMarked
package org.openworkbin.workbin;

import org.jspecify.annotations.NullMarked;
