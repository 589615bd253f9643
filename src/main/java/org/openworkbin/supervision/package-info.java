/** What supervisors see of their agents' work at once, and do with many items at once. */
@NullMarked
package org.openworkbin.supervision;

import org.jspecify.annotations.NullMarked;
