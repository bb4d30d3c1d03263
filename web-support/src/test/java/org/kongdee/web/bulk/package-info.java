@NullMarked
package org.kongdee.web.bulk;

import org.jspecify.annotations.NullMarked;
