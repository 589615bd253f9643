/** Measurements, run by hand; docs/performance.md says how. */
@NullMarked
package org.openworkbin.bench;

import org.jspecify.annotations.NullMarked;
