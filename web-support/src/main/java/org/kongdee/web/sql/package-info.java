/** SQL through Jdbi inside the transactions of the container. */
@NullMarked
package org.kongdee.web.sql;

import org.jspecify.annotations.NullMarked;
