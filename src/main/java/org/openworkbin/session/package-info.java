/** Who is logged in, and with what HTTP session: log-in, cookies and what protects them. */
@NullMarked
package org.openworkbin.session;

import org.jspecify.annotations.NullMarked;
