/** Many in one request: a JSON array or NDJSON in, an outcome a line out. */
@NullMarked
package org.kongdee.web.bulk;

import org.jspecify.annotations.NullMarked;
