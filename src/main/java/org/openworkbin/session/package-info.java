/** Who is logged in, and with what session: log-in, cookies, and everything under {@code /me}. */
@NullMarked
package org.openworkbin.session;

import org.jspecify.annotations.NullMarked;
