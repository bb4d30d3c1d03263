package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;
import org.kongdee.stack.demo.Demo;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.token.Role;

/** {@code suite demo}. */
final class DemoCommand {

    private final SuiteSettings settings;
    private final PrintStream out;

    DemoCommand(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    int run(Options options) throws IOException {
        options.refuseWords();
        if (settings.externalProvider().isPresent()) {
            throw new SuiteException(
                    "the demo needs tokens of its own, and KONGDEE_OIDC_URL is set");
        }
        try (RestClient rubricService =
                OwnCalls.to(Service.RUBRIC, settings, Set.of(Role.AUTOMATION, Role.VIEWER))) {
            new Demo(rubricService, settings.root(), out).run(options.option("lang").orElse("en"));
        }
        return 0;
    }
}
