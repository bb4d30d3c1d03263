/** What may be answered and what was sent, by the media types that headers name. */
@NullMarked
package org.kongdee.web.media;

import org.jspecify.annotations.NullMarked;
