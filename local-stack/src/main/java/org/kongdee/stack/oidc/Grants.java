package org.kongdee.stack.oidc;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sign-ins that last, in memory. Each has one handle at a time, first a code and then a refresh
 * token, which is good once. All handles of a sign-in begin alike, so that one which is presented
 * again, by whom it was stolen from or by the thief, is known, and ends the sign-in for both (RFC
 * 9700, sections 2.1.1 and 4.14.2).
 */
final class Grants {

    static final Duration CODE = Duration.ofSeconds(60);
    static final Duration SIGNED_IN = Duration.ofHours(8);

    private static final int BYTES = 32;

    private final Clock clock;
    private final int most;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> byPrefix = new LinkedHashMap<>();

    /**
     * @param most how many are kept; the oldest makes room for one more
     */
    Grants(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    private enum Stage {
        CODE,
        REFRESH
    }

    private record Kept(Grant grant, Stage stage, String secret, Instant until) {}

    /** A grant, and the refresh token that it continues with. */
    record Continued(Grant grant, String refreshToken) {}

    /** A code for it. */
    synchronized String begin(Grant grant) {
        makeRoom();
        String prefix = random();
        String secret = random();
        byPrefix.put(prefix, new Kept(grant, Stage.CODE, secret, clock.instant().plus(CODE)));
        return prefix + "." + secret;
    }

    /**
     * Takes a code, once.
     *
     * @throws OAuthError {@code invalid_grant}; the sign-in is over then
     */
    synchronized Continued redeem(String code, String client, String redirect, String verifier) {
        Grant grant = take(code, Stage.CODE, client);
        if (!grant.redirect().equals(redirect)) {
            throw invalid("redirect_uri is not the one that the code was sent to");
        }
        if (!Tokens.same(grant.challenge(), challenge(verifier))) {
            throw invalid("code_verifier does not fit the code_challenge");
        }
        return proceed(code, grant);
    }

    /**
     * Takes a refresh token, once.
     *
     * @throws OAuthError {@code invalid_grant}; the sign-in is over then
     */
    synchronized Continued refresh(String refreshToken, String client) {
        return proceed(refreshToken, take(refreshToken, Stage.REFRESH, client));
    }

    /** Ends a sign-in: its refresh token is good for nothing any more. */
    synchronized void end(String session) {
        byPrefix.values().removeIf(kept -> kept.grant().session().equals(session));
    }

    synchronized int size() {
        return byPrefix.size();
    }

    /** Whatever is wrong with a handle, its sign-in is gone afterwards. */
    private Grant take(String handle, Stage stage, String client) {
        int dot = handle.indexOf('.');
        Kept kept = byPrefix.remove(prefix(handle));
        if (kept == null || kept.until().isBefore(clock.instant())) {
            throw invalid("it is unknown, has expired, or its sign-in has ended");
        }
        if (kept.stage() != stage || !Tokens.same(kept.secret(), handle.substring(dot + 1))) {
            throw invalid("it was used before; the sign-in has ended");
        }
        if (!kept.grant().client().equals(client)) {
            throw invalid("it was given to another client; the sign-in has ended");
        }
        return kept.grant();
    }

    private Continued proceed(String handle, Grant grant) {
        String secret = random();
        byPrefix.put(
                prefix(handle),
                new Kept(grant, Stage.REFRESH, secret, grant.signedInAt().plus(SIGNED_IN)));
        return new Continued(grant, prefix(handle) + "." + secret);
    }

    private static String prefix(String handle) {
        return handle.substring(0, Math.max(0, handle.indexOf('.')));
    }

    private void makeRoom() {
        Instant now = clock.instant();
        byPrefix.values().removeIf(kept -> kept.until().isBefore(now));
        Iterator<String> oldest = byPrefix.keySet().iterator();
        while (byPrefix.size() >= most) {
            oldest.next();
            oldest.remove();
        }
    }

    private static String challenge(String verifier) {
        return base64(Tokens.sha256(verifier));
    }

    /** 256 bits. */
    private String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static OAuthError invalid(String why) {
        return new OAuthError("invalid_grant", why);
    }
}
