@NullMarked
package org.kongdee.web.admission;

import org.jspecify.annotations.NullMarked;
