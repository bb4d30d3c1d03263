@NullMarked
package org.kongdee.web.outage;

import org.jspecify.annotations.NullMarked;
