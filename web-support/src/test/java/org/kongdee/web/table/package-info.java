@NullMarked
package org.kongdee.web.table;

import org.jspecify.annotations.NullMarked;
