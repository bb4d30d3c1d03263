/** A repeated POST with the same key changes once and answers the same. */
@NullMarked
package org.kongdee.web.idempotency;

import org.jspecify.annotations.NullMarked;
