package org.kongdee.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user that PostgreSQL runs as. It refuses root; for root it runs in a user namespace, where
 * the same user has no special rights, or, where a container forbids namespaces, as nobody.
 */
record SystemUser(List<String> prefix, boolean needsOwnership) {

    private static final int NOBODY = 65534;

    static SystemUser forPostgres() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return new SystemUser(List.of(), false);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new SystemUser(List.of("unshare", "-U"), false);
        }
        List<String> asNobody =
                List.of(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "--");
        List<String> probe = new ArrayList<>(asNobody);
        probe.add("true");
        if (succeeds(probe.toArray(String[]::new))) {
            return new SystemUser(asNobody, true);
        }
        throw new PostgresException(
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here:"
                        + " start the suite as another user");
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Makes {@code folder} and all in it this user's. */
    void own(Path folder) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return;
        }
        int owner = needsOwnership ? NOBODY : 0;
        if (Files.getAttribute(folder, "unix:uid").equals(owner)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(
                        path, "unix:uid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // the program is not installed
        }
    }
}
