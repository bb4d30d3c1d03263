/**
 * The issuer of one machine: a signing key, tokens for people and a token endpoint for the
 * services.
 */
@NullMarked
package org.kongdee.stack.token;

import org.jspecify.annotations.NullMarked;
