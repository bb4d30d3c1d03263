@NullMarked
package org.kongdee.web.limit;

import org.jspecify.annotations.NullMarked;
