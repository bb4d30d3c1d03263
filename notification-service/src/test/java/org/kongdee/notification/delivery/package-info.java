@NullMarked
package org.kongdee.notification.delivery;

import org.jspecify.annotations.NullMarked;
