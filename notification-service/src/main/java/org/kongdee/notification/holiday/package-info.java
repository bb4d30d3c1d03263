/** The days off of iCalendar files: what their events mean, and which of them are refused. */
@NullMarked
package org.kongdee.notification.holiday;

import org.jspecify.annotations.NullMarked;
