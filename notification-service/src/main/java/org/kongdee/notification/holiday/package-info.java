/** Days that are not worked, from iCalendar files. */
@NullMarked
package org.kongdee.notification.holiday;

import org.jspecify.annotations.NullMarked;
