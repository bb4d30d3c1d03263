package common;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a script by pgbench, with prepared statements, and tells its transactions per second. */
final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");

    private final String program;
    private final Database database;
    private final int clients;

    Pgbench(String program, Database database, int clients) {
        this.program = program;
        this.database = database;
        this.clients = clients;
    }

    double run(Path script, Map<String, String> variables, Duration time) throws IOException, InterruptedException {
        URI there = URI.create(database.url().substring("jdbc:".length()));
        List<String> command = new ArrayList<>(List.of(program, "-n", "-M", "prepared", "-j", "2"));
        command.addAll(List.of("-c", Integer.toString(clients), "-T", Long.toString(time.toSeconds())));
        command.addAll(List.of("-f", script.toString(), "-h", there.getHost(), "-p", Integer.toString(there.getPort())));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.addAll(List.of("-U", database.user(), there.getPath().substring(1)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || number(FAILED, out) > 0) {
            throw new IllegalStateException("pgbench " + script + ":\n" + out);
        }
        return number(TPS, out);
    }

    private static double number(Pattern pattern, String out) {
        Matcher matcher = pattern.matcher(out);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
