/** Who calls, and what that caller may do here. */
@NullMarked
package org.kongdee.web.me;

import org.jspecify.annotations.NullMarked;
