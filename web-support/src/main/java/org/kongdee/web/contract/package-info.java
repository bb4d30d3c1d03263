/** What every published contract has in common. */
@NullMarked
package org.kongdee.web.contract;

import org.jspecify.annotations.NullMarked;
