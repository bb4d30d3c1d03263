package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.kongdee.stack.demo.Demo;
import org.kongdee.stack.demo.Filing;
import org.kongdee.stack.demo.Reminding;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.token.Role;

/** {@code suite demo}: a part for each service that is there. */
final class DemoCommand {

    private final SuiteSettings settings;
    private final PrintStream out;

    DemoCommand(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    int run(Options options) throws IOException, InterruptedException {
        options.refuseWords();
        if (settings.externalProvider().isPresent()) {
            throw new SuiteException(
                    "the demo needs tokens of its own, and KONGDEE_OIDC_URL is set");
        }
        String language = options.option("lang").orElse("en");
        List<Service> installed = Status.installed(settings);
        score(language);
        if (installed.contains(Service.EVIDENCE)) {
            out.println();
            file(language);
        }
        if (installed.contains(Service.NOTIFICATION)) {
            out.println();
            remind(language);
        }
        return 0;
    }

    private void score(String language) throws IOException {
        try (RestClient rubricService =
                OwnCalls.to(Service.RUBRIC, settings, Set.of(Role.AUTOMATION, Role.VIEWER))) {
            new Demo(rubricService, settings.root(), out).run(language);
        }
    }

    private void file(String language) throws IOException {
        try (RestClient uploader = officer("demo-officer-a");
                RestClient reviewer = officer("demo-officer-b")) {
            boolean terminal = System.console() != null && System.console().isTerminal();
            new Filing(uploader, reviewer, settings.root(), out, terminal).run(language);
        }
    }

    private void remind(String language) throws IOException, InterruptedException {
        try (RestClient notificationService =
                OwnCalls.to(Service.NOTIFICATION, settings, Set.of(Role.ORGANISER))) {
            new Reminding(notificationService, new Inbox(settings.mail()), out).run(language);
        }
    }

    private RestClient officer(String subject) throws IOException {
        return OwnCalls.asOfficer(subject, "SLK", Service.EVIDENCE, settings);
    }
}
