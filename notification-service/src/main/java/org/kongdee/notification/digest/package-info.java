/** The daily digest: put together from what is true now, and written in the reader's language. */
@NullMarked
package org.kongdee.notification.digest;

import org.jspecify.annotations.NullMarked;
