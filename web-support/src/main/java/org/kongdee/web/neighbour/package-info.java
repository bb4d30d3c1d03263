/** What every call to a neighbour service carries, and how its failures look. */
@NullMarked
package org.kongdee.web.neighbour;

import org.jspecify.annotations.NullMarked;
