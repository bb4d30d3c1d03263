/** What one caller gets, and all together, in each replica. */
@NullMarked
package org.kongdee.web.limit;

import org.jspecify.annotations.NullMarked;
