package org.kongdee.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackResourceTest {

    @Test
    void givesADatabaseThatCanBeEntered() throws Exception {
        Map<String, String> settings = new StackResource().start();

        try (Connection connection =
                DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void givesEachRunADatabaseOfItsOwn() {
        assertThat(new StackResource().start().get("quarkus.datasource.jdbc.url"))
                .isNotEqualTo(new StackResource().start().get("quarkus.datasource.jdbc.url"));
    }

    @Test
    void startsAnInboxOnlyWhenAsked() {
        StackResource without = new StackResource();
        StackResource with = new StackResource();
        without.init(Map.of());
        with.init(Map.of("inbox", "true"));

        assertThat(without.start()).doesNotContainKey("quarkus.mailer.port");
        assertThat(with.start())
                .containsEntry("quarkus.mailer.mock", "false")
                .containsKey("quarkus.mailer.port");
        with.stop();
    }
}
