/** Column types that every repository of this service reads and writes. */
@NullMarked
package org.kongdee.notification.sql;

import org.jspecify.annotations.NullMarked;
