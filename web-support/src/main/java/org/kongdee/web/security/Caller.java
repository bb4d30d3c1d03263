package org.kongdee.web.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;

/** Who makes the request under way: the subject of the token, its roles and its unit. */
@RequestScoped
public class Caller {

    private static final int MOST_OF_NAME = 200;

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Stable id of the caller, as it is written into histories. */
    public String subject() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /**
     * What the token calls the caller, for people to read: what is legible of it, cut to what fits
     * beside a subject in a history. Null if it says nothing.
     */
    public @Nullable String name() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)
                || !(token.getClaim("name") instanceof String claim)) {
            return null;
        }
        String name = Text.legible(claim).strip();
        String cut =
                name.codePointCount(0, name.length()) > MOST_OF_NAME
                        ? name.substring(0, name.offsetByCodePoints(0, MOST_OF_NAME)).strip()
                        : name;
        return cut.isEmpty() ? null : cut;
    }

    /** The unit in the token; people of no unit have none. */
    public Optional<String> unit() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.<String>claim("unit")
                : Optional.empty();
    }

    /** For how long the token still holds; an answer that streams ends with it. */
    public Duration remaining(Instant now) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Duration.between(now, Instant.ofEpochSecond(token.getExpirationTime()))
                : Duration.ZERO;
    }

    /** The roles of the token that mean something here, in the order of the alphabet. */
    public List<String> roles() {
        return Roles.ALL.stream().filter(this::is).sorted().toList();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    public boolean isAny(String... roles) {
        for (String role : roles) {
            if (is(role)) {
                return true;
            }
        }
        return false;
    }

    /** An officer without a wider role, who therefore sees one unit only. */
    public boolean seesOwnUnitOnly() {
        return is(Roles.OFFICER)
                && !isAny(
                        Roles.ORGANISER,
                        Roles.ASSESSOR,
                        Roles.VIEWER,
                        Roles.AUTOMATION,
                        Roles.AUTHOR,
                        Roles.SERVICE);
    }

    public boolean isOf(String unit) {
        return unit().filter(unit::equals).isPresent();
    }

    /** The one unit that the caller sees, which is empty if the token names none; null for all. */
    public @Nullable String onlyUnit() {
        return seesOwnUnitOnly() ? unit().orElse("") : null;
    }

    public boolean sees(String unit) {
        return !seesOwnUnitOnly() || isOf(unit);
    }

    /** Another unit looks to an officer as if it were not there. */
    public void mustSee(String unit) {
        if (!sees(unit)) {
            throw NotFound.of("unit", unit);
        }
    }

    /** An assessor never judges the own unit, and must have one so that this can be told. */
    public void mustNotJudgeOwnUnit(String unit) {
        if (unit().isEmpty()) {
            throw new Forbidden(
                    Message.of(
                            "An assessor's token must name a unit (EXTERNAL for outsiders), so that nobody judges their own."));
        }
        if (isOf(unit)) {
            throw new Forbidden(Message.of("An assessor may not judge their own unit."));
        }
    }
}
