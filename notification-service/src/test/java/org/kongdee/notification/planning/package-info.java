@NullMarked
package org.kongdee.notification.planning;

import org.jspecify.annotations.NullMarked;
