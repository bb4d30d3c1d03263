package org.kongdee.stack.suite;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.rest.RestException;
import org.kongdee.stack.seed.PolicySeed;
import org.kongdee.stack.seed.RecipientSeed;
import org.kongdee.stack.seed.Seed;
import org.kongdee.stack.token.Role;

/**
 * Seeds the services that are there. It is a convenience: without it the suite runs all the same,
 * and the reason is shown.
 */
final class FirstData {

    private static final Set<Role> AUTHORS = Set.of(Role.AUTHOR, Role.ORGANISER);
    private static final Set<Role> ORGANISERS = Set.of(Role.ORGANISER);

    private final SuiteSettings settings;
    private final Progress progress;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    FirstData(SuiteSettings settings, Progress progress, PrintStream out) {
        this.settings = settings;
        this.progress = progress;
        this.out = out;
    }

    void put(List<Service> running) throws Exception {
        if (settings.externalProvider().isPresent()) {
            return;
        }
        // Opening a cycle registers its collection with evidence-service.
        step("first data", this::rubrics, running, Service.RUBRIC);
        step("holidays", this::holidays, running, Service.NOTIFICATION);
        step("recipients", this::recipients, running, Service.RUBRIC, Service.NOTIFICATION);
    }

    private void step(String name, Callable<String> step, List<Service> running, Service... needed)
            throws Exception {
        for (Service service : needed) {
            if (!running.contains(service)) {
                out.printf("  %-22s skipped: no %s%n", name, service.artifact());
                return;
            }
        }
        try {
            progress.step(name, step);
        } catch (RestException e) {
            out.println(e.getMessage());
        }
    }

    private String rubrics() throws Exception {
        try (RestClient rubricService = OwnCalls.to(Service.RUBRIC, settings, AUTHORS)) {
            return new Seed(rubricService, settings.root(), clock).run();
        }
    }

    private String holidays() throws Exception {
        try (RestClient notificationService =
                OwnCalls.to(Service.NOTIFICATION, settings, ORGANISERS)) {
            return new PolicySeed(notificationService, settings.root()).run();
        }
    }

    private String recipients() throws Exception {
        try (RestClient notificationService =
                OwnCalls.to(Service.NOTIFICATION, settings, ORGANISERS)) {
            return new RecipientSeed(notificationService, settings.root()).run();
        }
    }
}
