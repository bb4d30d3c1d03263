/** How many requests are worked on at once, and whether this service answers at all. */
@NullMarked
package org.kongdee.web.admission;

import org.jspecify.annotations.NullMarked;
