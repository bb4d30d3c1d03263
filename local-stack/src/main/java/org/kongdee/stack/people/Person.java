package org.kongdee.stack.people;

import org.jspecify.annotations.Nullable;
import org.kongdee.stack.token.Role;

/**
 * Somebody one can be.
 *
 * @param subject the {@code sub} of tokens; of a recipient, its {@code subject} too
 * @param nameLanguage the language that the name is in
 * @param unit the one they belong to
 * @param post what they do, and where
 */
public record Person(
        String subject,
        String name,
        Language nameLanguage,
        Role role,
        @Nullable String unit,
        Text post) {}
