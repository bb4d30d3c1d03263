/** Which pages of other origins may call the service from a browser. */
@NullMarked
package org.kongdee.web.cors;

import org.jspecify.annotations.NullMarked;
