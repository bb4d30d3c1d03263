@NullMarked
package org.kongdee.notification;

import org.jspecify.annotations.NullMarked;
