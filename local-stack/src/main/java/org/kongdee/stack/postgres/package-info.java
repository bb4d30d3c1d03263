/** The embedded PostgreSQL: one cluster, a database and a role for each service. */
@NullMarked
package org.kongdee.stack.postgres;

import org.jspecify.annotations.NullMarked;
