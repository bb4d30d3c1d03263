/** How dates, numbers and phrases read in English and in Thai. */
@NullMarked
package org.kongdee.notification.wording;

import org.jspecify.annotations.NullMarked;
