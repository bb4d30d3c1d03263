/** How often one caller may ask: token buckets in each replica's memory. */
@NullMarked
package org.kongdee.web.limit;

import org.jspecify.annotations.NullMarked;
