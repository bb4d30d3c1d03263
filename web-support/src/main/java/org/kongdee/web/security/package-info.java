/** Who calls, and what the roles are named. */
@NullMarked
package org.kongdee.web.security;

import org.jspecify.annotations.NullMarked;
