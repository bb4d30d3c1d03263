package org.kongdee.stack.suite;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.token.Identity;
import org.kongdee.stack.token.Role;
import org.kongdee.stack.token.SigningKey;
import org.kongdee.stack.token.TokenMint;

/** The launcher's own calls to the services. */
final class OwnCalls {

    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private OwnCalls() {}

    static RestClient to(Service service, SuiteSettings settings, Set<Role> roles)
            throws IOException {
        return as(
                new Identity("suite", "Kongdee suite", roles, null, List.of(service.artifact())),
                service,
                settings);
    }

    /** As an officer of the unit would call. */
    static RestClient asOfficer(
            String subject, String unit, Service service, SuiteSettings settings)
            throws IOException {
        return as(
                new Identity(
                        subject, subject, Set.of(Role.OFFICER), unit, List.of(service.artifact())),
                service,
                settings);
    }

    private static RestClient as(Identity who, Service service, SuiteSettings settings)
            throws IOException {
        TokenMint mint =
                new TokenMint(
                        SigningKey.in(settings.secrets()), settings.issuer(), Clock.systemUTC());
        return new RestClient(settings.url(service), mint.mint(who, VALIDITY));
    }
}
