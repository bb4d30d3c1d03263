package org.kongdee.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.Text;

/**
 * What a token must say beyond what its signature vouches for. Whatever reads a claim later may
 * rely on it.
 */
final class TokenRules {

    /** Older ones are not taken, whatever they say of their end. */
    static final Duration MOST_AGE = Duration.ofHours(24);

    /** By so much clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int MOST_OF_SUBJECT = 200;
    private static final Pattern UNIT = Pattern.compile(Keys.UPPER);

    private TokenRules() {}

    /** Whether its subject is somebody, its unit is a key if there is one, and it is of today. */
    static boolean holds(JsonWebToken token, Instant now) {
        return subjectHolds(token) && unitHolds(token) && ageHolds(token, now);
    }

    private static boolean subjectHolds(JsonWebToken token) {
        String subject = token.getSubject();
        return subject != null
                && !subject.isBlank()
                && subject.length() <= MOST_OF_SUBJECT
                && Text.LINE.fault(subject).isEmpty();
    }

    private static boolean unitHolds(JsonWebToken token) {
        Set<String> claims = token.getClaimNames();
        return claims == null
                || !claims.contains("unit")
                || token.getClaim("unit") instanceof String unit && UNIT.matcher(unit).matches();
    }

    private static boolean ageHolds(JsonWebToken token, Instant now) {
        if (!(token.getClaim("iat") instanceof Number seconds)) {
            return false;
        }
        Instant issued = Instant.ofEpochSecond(seconds.longValue());
        return !issued.isAfter(now.plus(SKEW)) && !issued.isBefore(now.minus(MOST_AGE).minus(SKEW));
    }
}
