@NullMarked
package org.kongdee.web.media;

import org.jspecify.annotations.NullMarked;
