/** Text: what it may have in it, and the two languages of the product. */
@NullMarked
package org.kongdee.web.text;

import org.jspecify.annotations.NullMarked;
