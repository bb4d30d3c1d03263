/** The daily pass: from deadlines to queued digests, and what became of each reminder. */
@NullMarked
package org.kongdee.notification.reminder;

import org.jspecify.annotations.NullMarked;
