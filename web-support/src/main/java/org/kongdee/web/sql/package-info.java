/** SQL over JDBC, in the transactions and on the connections of the container. */
@NullMarked
package org.kongdee.web.sql;

import org.jspecify.annotations.NullMarked;
