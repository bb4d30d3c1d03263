package org.kongdee.web.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.kongdee.web.limit.Addresses;
import org.kongdee.web.limit.RateLimits;
import org.kongdee.web.operation.Operations;
import org.kongdee.web.problem.Fault;
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
    private static final int NOT_FOUND = 404;

    private final IdentityProviderManager providers;
    private final Operations operations;
    private final RateLimits limits;
    private final Refusals refusals;

    Door(
            IdentityProviderManager providers,
            Operations operations,
            RateLimits limits,
            Refusals refusals) {
        this.providers = providers;
        this.operations = operations;
        this.limits = limits;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, AFTER_AUTHENTICATION);
    }

    /** Whether the caller has one of these roles; where there are none, anybody has. */
    public static boolean admits(RoutingContext context, Set<String> roles) {
        return roles.isEmpty()
                || context.get(IDENTITY) instanceof SecurityIdentity identity
                        && (roles.contains(Roles.KNOWN)
                                || roles.stream().anyMatch(identity::hasRole));
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
        HttpServerRequest request = context.request();
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            authenticate(context);
        } else if (operations.isOpen(context.normalizedPath(), request.method().name())) {
            enterUnknown(context);
        } else {
            context.next();
        }
    }

    private void authenticate(RoutingContext context) {
        // Until its body is read, or dropped.
        context.request().pause();
        // A failure is answered here, and not by the framework before.
        BiConsumer<RoutingContext, Throwable> unanswered = (_, _) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, unanswered);
        Context here = Vertx.currentContext();
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(context, providers);
        identity.subscribe()
                .with(
                        found -> on(here, () -> enterKnown(context, found)),
                        _ -> on(here, () -> refuseToken(context)));
    }

    private void enterKnown(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            refuseToken(context);
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

    /** Verified first, so that nobody is kept out by what others send from the same address. */
    private void refuseToken(RoutingContext context) {
        Optional<TooMany> tooMany = limits.failure("token " + Addresses.of(context.request()));
        refusals.refuse(
                context, tooMany.<Fault>map(fault -> fault).orElseGet(Unauthenticated::invalid));
    }

    /**
     * Whoever has the address of a link or a calendar needs no token; whoever tries such addresses
     * has none, and each try would be a question to the database.
     */
    private void enterUnknown(RoutingContext context) {
        String tries = "path " + Addresses.of(context.request());
        Optional<TooMany> tooMany = limits.mayTry(tries);
        if (tooMany.isPresent()) {
            refusals.refuse(context, tooMany.get());
            return;
        }
        context.addHeadersEndHandler(
                _ -> {
                    if (context.response().getStatusCode() == NOT_FOUND) {
                        Optional<TooMany> unused = limits.failure(tries);
                    }
                });
        context.next();
    }

    private static void on(Context here, Runnable action) {
        if (here.equals(Vertx.currentContext())) {
            action.run();
        } else {
            here.runOnContext(_ -> action.run());
        }
    }
}
