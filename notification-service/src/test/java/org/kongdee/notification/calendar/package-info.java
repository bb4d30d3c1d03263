@NullMarked
package org.kongdee.notification.calendar;

import org.jspecify.annotations.NullMarked;
