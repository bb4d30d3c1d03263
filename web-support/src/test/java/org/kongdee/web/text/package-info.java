@NullMarked
package org.kongdee.web.text;

import org.jspecify.annotations.NullMarked;
