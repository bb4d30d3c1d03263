@NullMarked
package org.kongdee.web.security;

import org.jspecify.annotations.NullMarked;
