package org.kongdee.stack.suite;

import java.io.PrintStream;
import java.util.List;

/** Where things are, and a first request that works as printed. */
final class Welcome {

    private final SuiteSettings settings;
    private final PrintStream out;

    Welcome(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    void print(List<Service> services) {
        out.println();
        for (Service service : services) {
            out.printf("  %-22s %s/q/openapi-ui%n", service.artifact(), settings.url(service));
        }
        if (settings.externalSmtpHost().isEmpty()) {
            out.printf("  %-22s ./suite inbox%n", "mail that was sent");
        }
        out.printf("  %-22s %s%n", "data, logs, secrets", settings.home());
        if (services.contains(Service.RUBRIC) && settings.externalProvider().isEmpty()) {
            out.println();
            out.println("Try:");
            out.printf(
                    "  curl -H \"Authorization: Bearer $(./suite token --role viewer)\" %s/v1/rubrics%n",
                    settings.url(Service.RUBRIC));
            out.println("  ./suite demo");
        }
        out.println();
        out.println("Stop with Ctrl-C or ./suite down");
    }
}
