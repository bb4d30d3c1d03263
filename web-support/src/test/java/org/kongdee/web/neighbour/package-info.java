@NullMarked
package org.kongdee.web.neighbour;

import org.jspecify.annotations.NullMarked;
