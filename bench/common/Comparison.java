package common;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures a service beside something that does the same work alone: same machine, same concurrency, in turns, of which
 * the medians count.
 */
public final class Comparison {

    /** After another measure, and for PostgreSQL to read its tables and plan its statements again. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    /** One turn of the service: what the callers saw, and the processor time of each party, in ms a request. */
    private record Turn(Load.Measured load, double serviceCpu, double postgresCpu, double clientCpu) {}

    private record Row(String measure, List<Turn> turns, List<Double> compared) {

        double requests() {
            return median(turns, turn -> turn.load().perSecond());
        }

        double alone() {
            return median(compared, Double::doubleValue);
        }

        Map<String, Object> view() {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("measure", measure);
            view.put("requestsPerSecond", rounded(requests()));
            view.put("alonePerSecond", rounded(alone()));
            view.put("percent", rounded(100 * requests() / alone()));
            view.put("p50", rounded(median(turns, turn -> turn.load().p50())));
            view.put("p95", rounded(median(turns, turn -> turn.load().p95())));
            view.put("serviceCpu", rounded(median(turns, Turn::serviceCpu)));
            view.put("postgresCpu", rounded(median(turns, Turn::postgresCpu)));
            view.put("clientCpu", rounded(median(turns, Turn::clientCpu)));
            return view;
        }
    }

    private final String name;
    private final Options options;
    private final Load load;
    private final Pgbench pgbench;
    private final Database database = Database.ofService();
    private final double busyBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param name the bench; begins the names of its result files
     */
    public Comparison(String name, Options options) {
        this.name = name;
        this.options = options;
        load = new Load(Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")), options.clients());
        pgbench = new Pgbench(System.getenv("BENCH_PGBENCH"), database, options.clients());
        System.out.printf(
                Locale.ROOT,
                "%s: %d connections each, %d rounds of %d s after %d s of each measure to warm up; %d processors, load average %.2f%n",
                name, options.clients(), options.rounds(), options.seconds(), options.warm(),
                Runtime.getRuntime().availableProcessors(), busyBefore);
    }

    public Database database() {
        return database;
    }

    /** PostgreSQL alone, on the service's own tables. */
    public Rival pgbench(Path script, Map<String, String> variables) {
        return time -> pgbench.run(script, variables, time);
    }

    /** Another server on this machine. */
    public Rival server(int port, Load.Requests requests) {
        Load other = new Load(port, options.clients());
        return time -> other.run(requests, "", time).perSecond();
    }

    /**
     * Warms all up that are wanted, then measures each, prints a line for each, and keeps all in a file. A JVM that has just
     * started spends most of its processor time on compiling; that is over before anything counts.
     */
    public void run(List<Measure> measures) throws Exception {
        List<Measure> wanted =
                measures.stream()
                        .filter(measure -> options.only().isEmpty() || options.only().contains(measure.key()))
                        .toList();
        for (Measure measure : wanted) {
            load.run(measure.requests(), measure.answer(), Duration.ofSeconds(options.warm()));
        }
        System.out.printf(
                "%n%-42s %9s %9s %7s %8s %8s   %s%n",
                "", "service", "alone", "", "p50", "p95", "processor ms a request");
        System.out.printf(
                "%-42s %9s %9s %7s %8s %8s   %s%n",
                "measure", "req/s", "/s", "ratio", "ms", "ms", "service + PostgreSQL + client");
        for (Measure measure : wanted) {
            Row row = measured(measure);
            rows.add(row);
            print(row);
        }
        write();
    }

    private Row measured(Measure measure) throws Exception {
        database.run("vacuum analyze");
        load.run(measure.requests(), measure.answer(), SETTLE);
        double unused = measure.rival().perSecond(SETTLE);
        List<Turn> turns = new ArrayList<>();
        List<Double> compared = new ArrayList<>();
        Duration turn = Duration.ofSeconds(options.seconds());
        for (int round = 0; round < options.rounds(); round++) {
            turns.add(turn(measure, turn));
            compared.add(measure.rival().perSecond(turn));
        }
        return new Row(measure.name(), turns, compared);
    }

    private Turn turn(Measure measure, Duration time) throws InterruptedException {
        double service = cpu("BENCH_SERVICE_PID");
        double postgres = cpu("BENCH_POSTGRES_PID");
        double client = cpu(Stream.of(ProcessHandle.current()));
        Load.Measured measured = load.run(measure.requests(), measure.answer(), time);
        return new Turn(
                measured,
                (cpu("BENCH_SERVICE_PID") - service) / measured.requests(),
                (cpu("BENCH_POSTGRES_PID") - postgres) / measured.requests(),
                (cpu(Stream.of(ProcessHandle.current())) - client) / measured.requests());
    }

    /** Processor time that a process and its children have used, in ms. */
    public static double cpu(String variable) {
        return ProcessHandle.of(Long.parseLong(System.getenv(variable))).stream()
                .mapToDouble(process -> cpu(Stream.concat(Stream.of(process), process.descendants())))
                .sum();
    }

    private static double cpu(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(Duration::toMillis)
                .sum();
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> number) {
        double[] sorted = values.stream().mapToDouble(number).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static void print(Row row) {
        Map<String, Object> view = row.view();
        System.out.printf(
                Locale.ROOT,
                "%-42s %9.0f %9.0f %6.0f%% %8.2f %8.2f   %.2f + %.2f + %.2f%n",
                view.get("measure"), view.get("requestsPerSecond"), view.get("alonePerSecond"),
                view.get("percent"), view.get("p50"), view.get("p95"),
                view.get("serviceCpu"), view.get("postgresCpu"), view.get("clientCpu"));
    }

    private void write() throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("bench", name);
        report.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("loadAverageBefore", busyBefore);
        report.put("clients", options.clients());
        report.put("warmSeconds", options.warm());
        report.put("rounds", options.rounds());
        report.put("secondsEach", options.seconds());
        report.put("measures", rows.stream().map(Row::view).toList());
        Path file = Path.of("bench/results", name + "-" + Instant.now().getEpochSecond() + ".json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        System.out.printf("%nAlso in %s%n", file);
    }
}
