package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kongdee.stack.token.Identity;
import org.kongdee.stack.token.Role;
import org.kongdee.stack.token.SigningKey;
import org.kongdee.stack.token.TokenMint;

/** {@code suite token}: a token for a person, good for every service of this machine. */
final class TokenCommand {

    private static final int DEFAULT_HOURS = 12;
    private static final int MAX_HOURS = 24;
    private static final String UNIT = "[A-Z0-9][A-Z0-9-]{0,31}";

    private final SuiteSettings settings;
    private final PrintStream out;

    TokenCommand(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    int run(Options options) throws IOException {
        options.refuseWords();
        if (settings.externalProvider().isPresent()) {
            throw new SuiteException(
                    "KONGDEE_OIDC_URL is set: tokens come from "
                            + settings.externalProvider().get());
        }
        String role =
                options.option("role")
                        .orElseThrow(
                                () ->
                                        new Options.Misuse(
                                                "--role is missing; roles are " + Role.names()));
        String unit = options.option("unit").orElse(null);
        if (unit != null && !unit.matches(UNIT)) {
            throw new Options.Misuse("--unit must match " + UNIT + ", and is '" + unit + "'");
        }
        Set<Role> roles =
                new LinkedHashSet<>(
                        Arrays.stream(role.split(",", -1))
                                .map(String::strip)
                                .map(Role::of)
                                .toList());
        String subject = options.option("subject").orElse(unit == null ? role : role + "-" + unit);
        Identity identity =
                new Identity(
                        subject,
                        options.option("name").orElse(subject),
                        roles,
                        unit,
                        Service.artifacts());
        TokenMint mint =
                new TokenMint(
                        SigningKey.in(settings.secrets()), settings.issuer(), Clock.systemUTC());
        out.println(mint.mint(identity, validity(options)));
        return 0;
    }

    private static Duration validity(Options options) {
        String hours = options.option("hours").orElse(Integer.toString(DEFAULT_HOURS));
        if (!hours.matches("\\d{1,4}")
                || Integer.parseInt(hours) < 1
                || Integer.parseInt(hours) > MAX_HOURS) {
            throw new Options.Misuse(
                    "--hours must be 1 to " + MAX_HOURS + ", and is '" + hours + "'");
        }
        return Duration.ofHours(Integer.parseInt(hours));
    }
}
