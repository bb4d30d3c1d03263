@NullMarked
package org.kongdee.web.params;

import org.jspecify.annotations.NullMarked;
