/** Text in the two languages of the product. */
@NullMarked
package org.kongdee.web.text;

import org.jspecify.annotations.NullMarked;
