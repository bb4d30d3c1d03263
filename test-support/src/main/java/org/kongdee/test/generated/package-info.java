/** Requests made from a contract, the allowed and the broken, from a fixed seed. */
@NullMarked
package org.kongdee.test.generated;

import org.jspecify.annotations.NullMarked;
