@NullMarked
package org.kongdee.web.csv;

import org.jspecify.annotations.NullMarked;
