package org.kongdee.stack.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ports that the suite will listen on; a busy one is found before anything starts. */
final class Ports {

    private static final String LISTENING = "0A";
    private static final int HEX = 16;

    /** A port, who wants it, and the setting that changes it. */
    record Wanted(int port, String owner, String setting) {}

    private Ports() {}

    static List<Wanted> wantedBy(SuiteSettings settings, List<Service> services) {
        List<Wanted> wanted = new ArrayList<>();
        if (settings.externalProvider().isEmpty()) {
            wanted.add(new Wanted(settings.stackPort(), "sign-in", "KONGDEE_STACK_PORT"));
        }
        if (settings.externalSmtpHost().isEmpty()) {
            wanted.add(new Wanted(settings.inboxPort(), "the SMTP inbox", "KONGDEE_INBOX_PORT"));
        }
        for (Service service : services) {
            wanted.add(
                    new Wanted(
                            settings.port(service), service.artifact(), service.setting("PORT")));
            wanted.add(
                    new Wanted(
                            settings.managementPort(service),
                            "the health checks of " + service.artifact(),
                            service.setting("MANAGEMENT_PORT")));
        }
        return wanted;
    }

    /**
     * @throws SuiteException naming every wanted port that is taken or wanted twice
     */
    static void check(List<Wanted> wanted) throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Wanted one : wanted) {
            wanted.subList(0, wanted.indexOf(one)).stream()
                    .filter(other -> other.port == one.port)
                    .findFirst()
                    .ifPresent(
                            other ->
                                    complaints.add(
                                            "port "
                                                    + one.port
                                                    + " is wanted by "
                                                    + other.owner
                                                    + " and by "
                                                    + one.owner
                                                    + "; set "
                                                    + one.setting
                                                    + " to another"));
            if (!isFree(one.port)) {
                String holder = holder(one.port).map(process -> " (" + process + ")").orElse("");
                complaints.add(
                        "port "
                                + one.port
                                + ", wanted by "
                                + one.owner
                                + ", is in use"
                                + holder
                                + "; stop what uses it, or set "
                                + one.setting);
            }
        }
        if (!complaints.isEmpty()) {
            throw new SuiteException(String.join("\n", complaints));
        }
    }

    private static boolean isFree(int port) {
        // All addresses: also finds a listener on a single one.
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The process that listens on a port, where the system lets this user know. */
    static Optional<String> holder(int port) throws IOException {
        for (Path table : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
            if (Files.isReadable(table)) {
                for (String line : Files.readAllLines(table)) {
                    String[] columns = line.strip().split("\\s+", -1);
                    if (columns.length > 9
                            && columns[3].equals(LISTENING)
                            && localPort(columns[1]) == port) {
                        return processWithSocket(columns[9]);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static int localPort(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEX);
    }

    private static Optional<String> processWithSocket(String inode) throws IOException {
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holdsSocket(process, inode)) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    String command =
                            ProcessHandle.of(pid)
                                    .flatMap(handle -> handle.info().command())
                                    .map(path -> ": " + path)
                                    .orElse("");
                    return Optional.of("pid " + pid + command);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holdsSocket(Path process, String inode) {
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return descriptors.anyMatch(
                    descriptor -> linksTo(descriptor, "socket:[" + inode + "]"));
        } catch (IOException e) {
            return false; // another user's process, or one that just ended
        }
    }

    private static boolean linksTo(Path descriptor, String target) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }
}
