@NullMarked
package org.kongdee.notification.message;

import org.jspecify.annotations.NullMarked;
