import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures rubric-service beside PostgreSQL doing the same work alone: same cluster, same tables, same concurrency, in
 * turns. {@code bench/run} starts both and calls this.
 */
final class Bench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNITS = 2000;
    private static final int UNITS_PER_POST = 200;
    private static final String RUBRIC = "/v1/rubrics/division-contest/versions/2565";

    /** A kind of request, how its answer must begin, and the script that is the same work for PostgreSQL. */
    private record Measure(String name, Load.Requests requests, String answer, String script, String cycle) {}

    /** One turn of the service: what the callers saw, and the processor time of each party, in ms a request. */
    private record Turn(Load.Measured load, double serviceCpu, double postgresCpu, double clientCpu) {}

    private record Row(String measure, List<Turn> turns, List<Pgbench.Measured> compared) {

        double requests() {
            return median(turns, turn -> turn.load().perSecond());
        }

        double transactions() {
            return median(compared, Pgbench.Measured::perSecond);
        }

        Map<String, Object> view() {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("measure", measure);
            view.put("requestsPerSecond", rounded(requests()));
            view.put("transactionsPerSecond", rounded(transactions()));
            view.put("percent", rounded(100 * requests() / transactions()));
            view.put("p50", rounded(median(turns, turn -> turn.load().p50())));
            view.put("p95", rounded(median(turns, turn -> turn.load().p95())));
            view.put("postgresLatency", rounded(median(compared, Pgbench.Measured::latency)));
            view.put("serviceCpu", rounded(median(turns, Turn::serviceCpu)));
            view.put("postgresCpu", rounded(median(turns, Turn::postgresCpu)));
            view.put("clientCpu", rounded(median(turns, Turn::clientCpu)));
            return view;
        }
    }

    private final Map<String, String> environment = System.getenv();
    private final int port = Integer.parseInt(environment.get("QUARKUS_HTTP_PORT"));
    private final String token = environment.get("BENCH_TOKEN");
    private final int warm;
    private final int seconds;
    private final int rounds;
    private final int clients;
    private final String only;
    private final String stamp = Long.toString(Instant.now().getEpochSecond(), 36);
    private final String cycle = "bench-" + stamp;
    private final String pgbenchCycle = "pgbench-" + stamp;
    private final Load load;
    private final Pgbench pgbench;
    private Claims claims;
    private boolean[][] claimed;
    private SplittableRandom[] random;

    private Bench(Map<String, String> options) {
        warm = Integer.parseInt(options.getOrDefault("warm", "20"));
        seconds = Integer.parseInt(options.getOrDefault("seconds", "5"));
        rounds = Integer.parseInt(options.getOrDefault("rounds", "3"));
        clients = Integer.parseInt(options.getOrDefault("clients", "8"));
        only = options.getOrDefault("only", "");
        load = new Load(port, clients);
        pgbench =
                new Pgbench(
                        environment.get("BENCH_PGBENCH"),
                        environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                        environment.get("QUARKUS_DATASOURCE_USERNAME"),
                        environment.get("QUARKUS_DATASOURCE_PASSWORD"),
                        clients);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!List.of("warm", "seconds", "rounds", "clients", "only").contains(name) || i + 1 == arguments.length) {
                System.err.println("Options: --warm S, --seconds S, --rounds N, --clients N, --only rubric,put,bulk,result,result-summed,ranking");
                System.exit(2);
            }
            options.put(name, arguments[i + 1]);
        }
        new Bench(options).run();
    }

    private void run() throws Exception {
        double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                Locale.ROOT,
                "%d connections each, %d rounds of %d s after %d s of warming up; %d processors, load average %.2f%n",
                clients, rounds, seconds, warm, Runtime.getRuntime().availableProcessors(), busy);
        prepare();
        System.out.printf(
                "%n%-42s %9s %9s %7s %8s %8s   %s%n",
                "", "service", "pgbench", "", "p50", "p95", "processor ms a request");
        System.out.printf(
                "%-42s %9s %9s %7s %8s %8s   %s%n",
                "measure", "req/s", "tx/s", "ratio", "ms", "ms", "service + PostgreSQL + client");
        List<Row> rows = new ArrayList<>();
        for (Measure measure : measures()) {
            if (only.isEmpty() || List.of(only.split(",")).contains(measure.script())) {
                Row row = measure(measure);
                rows.add(row);
                print(row);
            }
        }
        write(rows, busy);
    }

    private List<Measure> measures() {
        byte[] rubric = request("GET", RUBRIC, "", null);
        return List.of(
                new Measure("reading a rubric", _ -> rubric, "{", "rubric", cycle),
                new Measure("putting a score", this::put, "{", "put", pgbenchCycle),
                new Measure("51 scores in bulk", this::bulk, "{\"accepted\":51,\"rejected\":0,", "bulk", pgbenchCycle),
                new Measure("a result (marks read by key)", this::result, "{", "result", cycle),
                new Measure("a result (points summed by PostgreSQL)", this::result, "{", "result-summed", cycle),
                new Measure("a ranking page of 50 among 2,000 units", this::ranking, "{\"items\":[{", "ranking", cycle));
    }

    // --- what is there to measure with

    /** Units, an open cycle with a score for every criterion of every unit, and a copy of it for pgbench to write to. */
    private void prepare() throws IOException, SQLException {
        long start = System.nanoTime();
        try (Load.Connection service = new Load.Connection(port)) {
            claims = Claims.of(JSON.readTree(service.ask(request("GET", RUBRIC, "", null), 200)));
            claimed = new boolean[UNITS][claims.criteria().size()];
            random = IntStream.range(0, clients).mapToObj(SplittableRandom::new).toArray(SplittableRandom[]::new);
            String period = "\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"}";
            service.ask(
                    request(
                            "PUT",
                            "/v1/cycles/" + cycle,
                            "",
                            "{\"rubric\":\"division-contest\",\"version\":\"2565\"," + period + "}"),
                    201);
            service.ask(request("POST", "/v1/cycles/" + cycle + "/open", "", null), 200);
            for (int from = 0; from < UNITS; from += UNITS_PER_POST) {
                List<Integer> units = IntStream.range(from, from + UNITS_PER_POST).boxed().toList();
                post(service, "/v1/units", units.stream().map(Bench::unitLine));
                post(
                        service,
                        "/v1/cycles/" + cycle + "/assessments",
                        units.stream().map(unit -> "{\"unit\":\"" + unit(unit) + "\"}"));
                post(service, "/v1/cycles/" + cycle + "/scores", units.stream().flatMap(unit -> lines(unit, "")));
            }
        }
        sql("insert into cycle select (jsonb_populate_record(c, jsonb_build_object('cycle', '%2$s'))).* from cycle c where cycle = '%1$s'");
        for (String table : List.of("assessment", "stage_total", "score")) {
            sql(
                    "insert into %s select (jsonb_populate_record(t, jsonb_build_object('cycle', '%%2$s'))).* from %s t where cycle = '%%1$s'"
                            .formatted(table, table));
        }
        System.out.printf(
                Locale.ROOT, "%d units with %d scores each, prepared in %.0f s%n",
                UNITS, claims.criteria().size(), (System.nanoTime() - start) / 1e9);
    }

    private void post(Load.Connection service, String path, Stream<String> lines) throws IOException {
        String body = lines.collect(Collectors.joining(",", "[", "]"));
        String answer = service.ask(request("POST", path, "", body), 200);
        if (JSON.readTree(answer).path("rejected").asInt(-1) != 0) {
            throw new IllegalStateException(path + ": " + answer.substring(0, Math.min(500, answer.length())));
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection database =
                        DriverManager.getConnection(
                                environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                                environment.get("QUARKUS_DATASOURCE_USERNAME"),
                                environment.get("QUARKUS_DATASOURCE_PASSWORD"));
                Statement running = database.createStatement()) {
            running.execute(statement.formatted(cycle, pgbenchCycle));
        }
    }

    // --- requests; a connection writes to units of its own, and always something new

    private byte[] put(int connection) {
        int unit = ownUnit(connection);
        int index = random[connection].nextInt(claims.criteria().size());
        Claims.Criterion criterion = claims.criteria().get(index);
        String path = assessment(unit) + "/scores/" + criterion.code();
        claimed[unit][index] = !claimed[unit][index];
        return request("PUT", path, "If-Match: *\r\n", "{\"claim\":" + criterion.claim(claimed[unit][index]) + "}");
    }

    private byte[] bulk(int connection) {
        String lines = lines(ownUnit(connection), ",\"ifMatch\":\"*\"").collect(Collectors.joining(",", "[", "]"));
        return request("POST", "/v1/cycles/" + cycle + "/scores", "", lines);
    }

    private byte[] result(int connection) {
        return request("GET", assessment(random[connection].nextInt(UNITS)) + "/result", "", null);
    }

    private byte[] ranking(int connection) {
        int page = random[connection].nextInt(UNITS / 50);
        return request("GET", "/v1/cycles/" + cycle + "/ranking?size=50&page=" + page, "", null);
    }

    private Stream<String> lines(int unit, String ifMatch) {
        return IntStream.range(0, claims.criteria().size())
                .mapToObj(
                        index -> {
                            Claims.Criterion criterion = claims.criteria().get(index);
                            claimed[unit][index] = !claimed[unit][index];
                            return "{\"unit\":\"%s\",\"criterion\":\"%s\",\"claim\":%s%s}"
                                    .formatted(
                                            unit(unit), criterion.code(), criterion.claim(claimed[unit][index]), ifMatch);
                        });
    }

    private int ownUnit(int connection) {
        return connection + clients * random[connection].nextInt(UNITS / clients);
    }

    private String assessment(int unit) {
        return "/v1/cycles/" + cycle + "/assessments/" + unit(unit);
    }

    private static String unit(int number) {
        return "B" + (number + 1);
    }

    private static String unitLine(int unit) {
        return "{\"unit\":\"%s\",\"title\":{\"en\":\"Division %2$d\",\"th\":\"กอง %2$d\"},\"sections\":[]}"
                .formatted(unit(unit), unit);
    }

    private byte[] request(String method, String path, String headers, String body) {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        String head =
                method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + token
                        + "\r\nAccept: application/json\r\n" + headers
                        + (body == null ? "" : "Content-Type: application/json\r\n")
                        + "Content-Length: " + content.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }

    // --- measuring

    private Row measure(Measure measure) throws Exception {
        Path script = Path.of("bench/sql", measure.script() + ".sql");
        Map<String, String> variables =
                Map.of(
                        "cycle", measure.cycle(),
                        "units", Integer.toString(UNITS),
                        "criteria", claims.codes(),
                        "hash", "0".repeat(64),
                        "top_nodes", "{\"1\":4.5,\"2\":6,\"3\":3,\"4\":5.25,\"5\":7,\"6\":1,\"7\":2}");
        sql("vacuum analyze");
        load.run(measure.requests(), measure.answer(), Duration.ofSeconds(warm));
        pgbench.run(script, variables, 2);
        List<Turn> turns = new ArrayList<>();
        List<Pgbench.Measured> compared = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            turns.add(turn(measure));
            compared.add(pgbench.run(script, variables, seconds));
        }
        return new Row(measure.name(), turns, compared);
    }

    private Turn turn(Measure measure) throws InterruptedException {
        double service = cpu("BENCH_SERVICE_PID");
        double postgres = cpu("BENCH_POSTGRES_PID");
        double client = cpu(Stream.of(ProcessHandle.current()));
        Load.Measured measured = load.run(measure.requests(), measure.answer(), Duration.ofSeconds(seconds));
        return new Turn(
                measured,
                (cpu("BENCH_SERVICE_PID") - service) / measured.requests(),
                (cpu("BENCH_POSTGRES_PID") - postgres) / measured.requests(),
                (cpu(Stream.of(ProcessHandle.current())) - client) / measured.requests());
    }

    /** Processor time that a process and its children have used, in ms. */
    private double cpu(String variable) {
        return ProcessHandle.of(Long.parseLong(environment.get(variable))).stream()
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
                view.get("measure"), view.get("requestsPerSecond"), view.get("transactionsPerSecond"),
                view.get("percent"), view.get("p50"), view.get("p95"),
                view.get("serviceCpu"), view.get("postgresCpu"), view.get("clientCpu"));
    }

    private void write(List<Row> rows, double busy) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("loadAverageBefore", busy);
        report.put("clients", clients);
        report.put("warmSeconds", warm);
        report.put("rounds", rounds);
        report.put("secondsEach", seconds);
        report.put("units", UNITS);
        report.put("measures", rows.stream().map(Row::view).toList());
        Path file = Path.of("bench/results", stamp + ".json");
        Files.createDirectories(file.getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        System.out.printf("%nAlso in %s%n", file);
    }
}
