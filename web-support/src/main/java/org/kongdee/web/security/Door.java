package org.kongdee.web.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import org.kongdee.web.limit.Addresses;
import org.kongdee.web.limit.RateLimits;
import org.kongdee.web.problem.Refusals;
import org.kongdee.web.problem.TooMany;
import org.kongdee.web.problem.Unauthenticated;

/**
 * Where a request comes in: whoever shows a token is known from here on, or is refused here,
 * whatever the operation. Nothing of a body has been read by then.
 */
@ApplicationScoped
public class Door {

    /** After the framework has prepared to authenticate, before bodies are read. */
    private static final int AFTER_AUTHENTICATION = 90;

    private static final String IDENTITY = Door.class.getName();

    private final IdentityProviderManager providers;
    private final RememberedTokens tokens;
    private final RateLimits limits;
    private final Refusals refusals;

    Door(
            IdentityProviderManager providers,
            RememberedTokens tokens,
            RateLimits limits,
            Refusals refusals) {
        this.providers = providers;
        this.tokens = tokens;
        this.limits = limits;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, AFTER_AUTHENTICATION);
    }

    /** Whether the caller has one of these roles; with none of them anybody does. */
    public static boolean admits(RoutingContext context, Set<String> roles) {
        return roles.isEmpty()
                || context.get(IDENTITY) instanceof SecurityIdentity identity
                        && roles.stream().anyMatch(identity::hasRole);
    }

    /** Whether the caller has shown a token that holds. */
    public static boolean isKnown(RoutingContext context) {
        return context.get(IDENTITY) != null;
    }

    /** Who is asking, for limits: the subject, or else the address. */
    public static String caller(RoutingContext context) {
        return context.get(IDENTITY) instanceof SecurityIdentity identity
                ? subject(identity)
                : "address " + Addresses.of(context.request());
    }

    private static String subject(SecurityIdentity identity) {
        return "subject " + identity.getPrincipal().getName();
    }

    private void enter(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            context.next();
            return;
        }
        Optional<TooMany> tooMany =
                tokens.remembers(context)
                        ? Optional.empty()
                        : limits.mayTry(Addresses.of(context.request()));
        if (tooMany.isPresent()) {
            refusals.refuse(context, tooMany.get());
            return;
        }
        // Until its body is read, or dropped.
        context.request().pause();
        Context here = Vertx.currentContext();
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(context, providers);
        identity.subscribe()
                .with(
                        found -> on(here, () -> known(context, found)),
                        _ -> on(here, () -> unknown(context)));
    }

    private void known(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            unknown(context);
            return;
        }
        context.put(IDENTITY, identity);
        Optional<TooMany> tooMany = limits.request(subject(identity));
        if (tooMany.isPresent()) {
            refusals.refuse(context, tooMany.get());
        } else {
            context.next();
        }
    }

    private void unknown(RoutingContext context) {
        limits.failed(Addresses.of(context.request()));
        refusals.refuse(context, Unauthenticated.invalid());
    }

    private static void on(Context here, Runnable action) {
        if (here.equals(Vertx.currentContext())) {
            action.run();
        } else {
            here.runOnContext(_ -> action.run());
        }
    }
}
