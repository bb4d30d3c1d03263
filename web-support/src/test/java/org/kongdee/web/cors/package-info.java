@NullMarked
package org.kongdee.web.cors;

import org.jspecify.annotations.NullMarked;
