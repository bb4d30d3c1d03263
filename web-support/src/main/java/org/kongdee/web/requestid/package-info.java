/** The id that ties an answer, its log lines and its history together. */
@NullMarked
package org.kongdee.web.requestid;

import org.jspecify.annotations.NullMarked;
