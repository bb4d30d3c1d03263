package rubric;

import com.fasterxml.jackson.databind.ObjectMapper;
import common.Comparison;
import common.Http;
import common.Load;
import common.Measure;
import common.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures rubric-service with 2,000 units that have a score for each criterion of the contest. {@code bench/rubric/run}
 * starts what it needs and calls this.
 */
final class RubricBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNITS = 2000;
    private static final int UNITS_PER_POST = 100;
    private static final String RUBRIC = "/v1/rubrics/division-contest/versions/2565";
    private static final String TOP_NODES =
            IntStream.rangeClosed(1, 7)
                    .mapToObj("\"%d\":{\"points\":4.5,\"max\":26}"::formatted)
                    .collect(Collectors.joining(",", "{", "}"));

    private final Options options;
    private final Comparison comparison;
    private final Http http = new Http();
    private final String stamp = Long.toString(Instant.now().getEpochSecond(), 36);
    private final String cycle = "bench-" + stamp;
    private final String pgbenchCycle = "pgbench-" + stamp;
    private Claims claims;
    private boolean[][] claimed;
    private SplittableRandom[] random;

    private RubricBench(Options options) {
        this.options = options;
        comparison = new Comparison("rubric", options);
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new RubricBench(Options.parse(arguments));
        bench.prepare();
        bench.comparison.run(bench.measures());
    }

    private List<Measure> measures() {
        byte[] rubric = http.get(RUBRIC);
        return List.of(
                measure("reading a rubric", _ -> rubric, "{", "rubric", cycle),
                measure("putting a score", this::put, "{", "put", pgbenchCycle),
                measure("51 scores in bulk", this::bulk, "{\"accepted\":51,\"rejected\":0,", "bulk", pgbenchCycle),
                measure("a result (pgbench: points per node)", this::result, "{", "result", cycle),
                measure("a result (pgbench: per dimension only)", this::result, "{", "result-dimensions", cycle),
                measure("a ranking page of 50 among 2,000 units", this::ranking, "{\"items\":[{", "ranking", cycle));
    }

    private Measure measure(String name, Load.Requests requests, String answer, String script, String cycle) {
        Map<String, String> variables =
                Map.of(
                        "cycle", cycle,
                        "units", Integer.toString(UNITS),
                        "criteria", claims.codes(),
                        "hash", "0".repeat(64),
                        "top_nodes", TOP_NODES);
        return new Measure(
                script,
                name,
                requests,
                answer,
                comparison.pgbench(Path.of("bench/rubric/sql", script + ".sql"), variables));
    }

    // --- what is there to measure with

    /** Units, an open cycle with a score for every criterion of every unit, and a copy of it for pgbench to write to. */
    private void prepare() throws IOException, SQLException {
        long start = System.nanoTime();
        try (Load.Connection service = http.connect()) {
            claims = Claims.of(JSON.readTree(service.ask(http.get(RUBRIC))));
            claimed = new boolean[UNITS][claims.criteria().size()];
            random = IntStream.range(0, options.clients()).mapToObj(SplittableRandom::new).toArray(SplittableRandom[]::new);
            String period = "\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"}";
            service.ask(
                    http.json(
                            "PUT",
                            "/v1/cycles/" + cycle,
                            "",
                            "{\"rubric\":\"division-contest\",\"version\":\"2565\"," + period + "}"));
            service.ask(http.request("POST", "/v1/cycles/" + cycle + "/open", "", new byte[0]));
            for (int from = 0; from < UNITS; from += UNITS_PER_POST) {
                List<Integer> units = IntStream.range(from, from + UNITS_PER_POST).boxed().toList();
                post(service, "/v1/units", units.stream().map(RubricBench::unitLine));
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
        String answer = service.ask(http.json("POST", path, "", body));
        if (JSON.readTree(answer).path("rejected").asInt(-1) != 0) {
            throw new IllegalStateException(path + ": " + answer.substring(0, Math.min(500, answer.length())));
        }
    }

    private void sql(String statement) throws SQLException {
        comparison.database().run(statement.formatted(cycle, pgbenchCycle));
    }

    // --- requests; a connection writes to units of its own, and always something new

    private byte[] put(int connection) {
        int unit = ownUnit(connection);
        int index = random[connection].nextInt(claims.criteria().size());
        Claims.Criterion criterion = claims.criteria().get(index);
        String path = assessment(unit) + "/scores/" + criterion.code();
        claimed[unit][index] = !claimed[unit][index];
        return http.json("PUT", path, "If-Match: *\r\n", "{\"claim\":" + criterion.claim(claimed[unit][index]) + "}");
    }

    private byte[] bulk(int connection) {
        String lines = lines(ownUnit(connection), ",\"ifMatch\":\"*\"").collect(Collectors.joining(",", "[", "]"));
        return http.json("POST", "/v1/cycles/" + cycle + "/scores", "", lines);
    }

    private byte[] result(int connection) {
        return http.get(assessment(random[connection].nextInt(UNITS)) + "/result");
    }

    private byte[] ranking(int connection) {
        int page = random[connection].nextInt(UNITS / 50);
        return http.get("/v1/cycles/" + cycle + "/ranking?size=50&page=" + page);
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
        return connection + options.clients() * random[connection].nextInt(UNITS / options.clients());
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
}
