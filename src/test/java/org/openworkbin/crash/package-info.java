/** The packaged program under a crowd while its process, or its database's, is killed. */
@NullMarked
package org.openworkbin.crash;

import org.jspecify.annotations.NullMarked;
