package org.kongdee.stack.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The services, each with the neighbours that it calls. */
enum Service {
    EVIDENCE(8082, 9082),
    RUBRIC(8081, 9081, EVIDENCE),
    NOTIFICATION(8083, 9083, RUBRIC);

    private final int port;
    private final int managementPort;
    private final List<Service> neighbours;

    Service(int port, int managementPort, Service... neighbours) {
        this.port = port;
        this.managementPort = managementPort;
        this.neighbours = List.of(neighbours);
    }

    /** Its module, its OAuth client and the audience of its tokens. */
    String artifact() {
        return database() + "-service";
    }

    /** Of all services: the audience of people's tokens. */
    static List<String> artifacts() {
        return Arrays.stream(values()).map(Service::artifact).toList();
    }

    /** Its database, and the role by which it works there; {@code …_owner} owns it. */
    String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of one of its settings: {@code KONGDEE_RUBRIC_PORT}. */
    String setting(String suffix) {
        return "KONGDEE_" + name() + "_" + suffix;
    }

    int defaultPort() {
        return port;
    }

    int defaultManagementPort() {
        return managementPort;
    }

    List<String> neighbours() {
        return neighbours.stream().map(Service::artifact).toList();
    }
}
