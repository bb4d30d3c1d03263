/** Query parameters that answer for themselves. */
@NullMarked
package org.kongdee.web.params;

import org.jspecify.annotations.NullMarked;
