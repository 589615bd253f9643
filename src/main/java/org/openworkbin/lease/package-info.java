/** The end of a hold: leases, offers that nobody takes, and holders who are gone. */
@NullMarked
package org.openworkbin.lease;

import org.jspecify.annotations.NullMarked;
