package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where things are, and a first request that works as printed. */
final class Welcome {

    private final SuiteSettings settings;
    private final PrintStream out;

    Welcome(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    void print(List<Service> services) throws IOException {
        out.println();
        for (Service service : services) {
            out.printf("  %-22s %s/q/openapi-ui%n", service.artifact(), settings.url(service));
        }
        if (settings.externalSmtpHost().isEmpty()) {
            out.printf("  %-22s ./suite inbox%n", "mail that was sent");
        }
        if (settings.externalProvider().isEmpty()) {
            printClients();
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

    private void printClients() throws IOException {
        Path secret = KnownClients.automationSecret(settings);
        out.printf(
                "  %-22s %s, client %s, code with PKCE%n",
                "sign-in", settings.issuer(), KnownClients.FRONTENDS);
        out.printf(
                "  %-22s cd clients/example && npm ci && npm start, then http://localhost:5173%n",
                "example frontend");
        out.printf(
                "  %-22s client %s, secret %s%n",
                "HR automation", KnownClients.AUTOMATION, Files.readString(secret));
        out.printf("  %-22s (kept in %s)%n", "", secret);
    }
}
