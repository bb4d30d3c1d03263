/** Rules by which days come again (RFC 5545, 3.3.10), as the library counts them. */
@NullMarked
package org.kongdee.notification.recurrence;

import org.jspecify.annotations.NullMarked;
