@NullMarked
package org.kongdee.web.json;

import org.jspecify.annotations.NullMarked;
