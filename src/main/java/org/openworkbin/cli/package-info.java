/** The commands of the program, and the demo contact centre. */
@NullMarked
package org.openworkbin.cli;

import org.jspecify.annotations.NullMarked;
