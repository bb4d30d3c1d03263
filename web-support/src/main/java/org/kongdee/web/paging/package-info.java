/** Long lists: pages with links and a total, or one NDJSON stream. */
@NullMarked
package org.kongdee.web.paging;

import org.jspecify.annotations.NullMarked;
