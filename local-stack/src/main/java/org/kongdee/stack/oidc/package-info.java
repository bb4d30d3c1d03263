/**
 * The OpenID provider of one machine (OpenID Connect Core 1.0, OAuth 2.0): signs people in by
 * letting them pick who to be, and gives programs tokens of their own.
 */
@NullMarked
package org.kongdee.stack.oidc;

import org.jspecify.annotations.NullMarked;
