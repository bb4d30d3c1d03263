package org.kongdee.web.outage;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/**
 * Where a service begins. One that is started before its database waits for it, and says so once;
 * later starts of the framework would end it. A database that is there and refuses is no reason to
 * wait.
 */
@QuarkusMain
public final class Main {

    private static final long MILLIS_BETWEEN_TRIES = 1000;
    private static final String SECONDS_TO_CONNECT = "5";

    private Main() {}

    public static void main(String... arguments) throws InterruptedException {
        awaitDatabase(new SmallRyeConfigBuilder().addSystemSources().build());
        Quarkus.run(arguments);
    }

    private static void awaitDatabase(Config config) throws InterruptedException {
        String url =
                config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).orElse("");
        var login = new Properties();
        login.setProperty("user", text(config, "quarkus.datasource.username"));
        login.setProperty("password", text(config, "quarkus.datasource.password"));
        login.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        boolean waiting = false;
        for (String why = away(url, login); !why.isEmpty(); why = away(url, login)) {
            if (!waiting) {
                say("The database is away: " + why + ". Waiting for it.");
                waiting = true;
            }
            Thread.sleep(MILLIS_BETWEEN_TRIES);
        }
        if (waiting) {
            say("The database is there.");
        }
    }

    /** Why it cannot be reached; empty if it can, or is there and refuses. */
    private static String away(String url, Properties login) {
        if (url.isEmpty()) {
            return "";
        }
        try (Connection unused = DriverManager.getConnection(url, login)) {
            return "";
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            boolean refuses = state.startsWith("28") || state.startsWith("3D");
            return refuses ? "" : DatabaseOutage.reason(e);
        }
    }

    /** Not by a logger: until the framework has started, these keep what they are given. */
    private static void say(String line) {
        System.out.println(Instant.now() + " " + line);
    }

    private static String text(Config config, String setting) {
        return config.getOptionalValue(setting, String.class).orElse("");
    }
}
