package org.kongdee.stack.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kongdee.stack.files.Secrets;
import org.kongdee.stack.oidc.Client;

/**
 * The clients of the local provider, by the ids that a real one has for them, and their secrets.
 */
record KnownClients(SuiteSettings settings, Secrets secrets) {

    static final String FRONTENDS = "kongdee-web";
    static final String AUTOMATION = "kongdee-automation";

    List<Client> all() throws IOException {
        List<Client> clients = new ArrayList<>();
        clients.add(new Client.Frontend(FRONTENDS, Service.artifacts()));
        clients.add(
                Client.Program.automation(
                        AUTOMATION, secrets.password(file(AUTOMATION)), Service.artifacts()));
        for (Service service : Service.values()) {
            if (!service.neighbours().isEmpty()) {
                clients.add(
                        Client.Program.service(
                                service.artifact(), secret(service), service.neighbours()));
            }
        }
        return clients;
    }

    /** That of the local provider, or of the one that an installation has of its own. */
    String secret(Service service) throws IOException {
        Optional<String> own = settings.text(service.setting("CLIENT_SECRET"));
        return own.isPresent() ? own.get() : secrets.password(file(service.artifact()));
    }

    /** Where the secret of HR automation is kept. */
    static Path automationSecret(SuiteSettings settings) {
        return settings.secrets().resolve(file(AUTOMATION));
    }

    private static String file(String client) {
        return "client-" + client;
    }
}
