package org.kongdee.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.inbox.InboxServer;

/**
 * Gives a {@code @QuarkusTest} a database of its own on a real PostgreSQL, the key that {@link
 * TestTokens} signs with, and, with the argument {@code inbox=true}, an SMTP server whose mail
 * {@link TestInbox} shows.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    /** The one origin whose pages may call the service. */
    public static final String ORIGIN = "http://localhost:5173";

    private boolean wantsInbox;
    private @Nullable InboxServer inbox;

    @Override
    public void init(Map<String, String> arguments) {
        wantsInbox = Boolean.parseBoolean(arguments.get("inbox"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(TestPostgres.freshDatabase().settings());
        settings.put("quarkus.oidc.public-key", TestTokens.key().publicKey());
        settings.put("quarkus.oidc.token.issuer", TestTokens.ISSUER);
        settings.put("kongdee.cors.origins", ORIGIN);
        if (wantsInbox) {
            try {
                inbox = InboxServer.start(TestInbox.open(), InboxServer.ANY_PORT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            settings.put("quarkus.mailer.mock", "false");
            settings.put("quarkus.mailer.host", "127.0.0.1");
            settings.put("quarkus.mailer.port", Integer.toString(inbox.port()));
        }
        return settings;
    }

    @Override
    public void stop() {
        if (inbox != null) {
            inbox.close();
        }
    }
}
