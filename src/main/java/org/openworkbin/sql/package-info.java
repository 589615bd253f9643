/** The store: SQLite or PostgreSQL behind one seam, one writer, bounded readers, migrations. */
@NullMarked
package org.openworkbin.sql;

import org.jspecify.annotations.NullMarked;
