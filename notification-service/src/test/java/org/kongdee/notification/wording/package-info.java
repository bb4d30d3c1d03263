@NullMarked
package org.kongdee.notification.wording;

import org.jspecify.annotations.NullMarked;
