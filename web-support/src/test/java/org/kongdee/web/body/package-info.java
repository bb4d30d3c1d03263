@NullMarked
package org.kongdee.web.body;

import org.jspecify.annotations.NullMarked;
