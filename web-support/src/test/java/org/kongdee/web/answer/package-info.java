@NullMarked
package org.kongdee.web.answer;

import org.jspecify.annotations.NullMarked;
