/** The ledger's SQL: the writer's group commit, guarded statements, content and journal. */
@NullMarked
package org.openworkbin.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
