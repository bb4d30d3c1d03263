/** How long the head of a request may be: its address, and its headers. */
@NullMarked
package org.kongdee.web.head;

import org.jspecify.annotations.NullMarked;
