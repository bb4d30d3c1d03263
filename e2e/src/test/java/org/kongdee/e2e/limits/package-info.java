/** Whatever one service takes, the next one takes too. */
package org.kongdee.e2e.limits;
