@NullMarked
package org.kongdee.notification.holiday;

import org.jspecify.annotations.NullMarked;
