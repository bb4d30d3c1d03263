/** Deadlines as iCalendar: the file attached to a digest, and feeds to subscribe to. */
@NullMarked
package org.kongdee.notification.calendar;

import org.jspecify.annotations.NullMarked;
