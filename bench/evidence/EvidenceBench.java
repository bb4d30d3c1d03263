package evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import common.Comparison;
import common.Http;
import common.Load;
import common.Measure;
import common.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures evidence-service: files of 1 MiB up and down, and the facts of 2,000 units with two items for each of 51 slots.
 * {@code bench/evidence/run} starts what it needs and calls this.
 */
final class EvidenceBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNITS = 2000;
    private static final int SLOTS = 51;
    private static final int FILES = 64;

    private final Options options;
    private final Comparison comparison;
    private final Http http = new Http();
    private final List<String> officers = List.of(System.getenv("BENCH_OFFICERS").split(","));
    private final String collection = "bench-" + Long.toString(Instant.now().getEpochSecond(), 36);
    private final String path = "/v1/collections/" + collection;
    private final List<Upload> uploads = new ArrayList<>();
    private final List<byte[]> downloads = new ArrayList<>();
    private final SplittableRandom[] random;

    private EvidenceBench(Options options) {
        this.options = options;
        comparison = new Comparison("evidence", options);
        random = IntStream.range(0, options.clients()).mapToObj(SplittableRandom::new).toArray(SplittableRandom[]::new);
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new EvidenceBench(Options.parse(arguments));
        bench.prepare();
        bench.comparison.run(bench.measures());
    }

    private List<Measure> measures() throws IOException {
        int nginx = Integer.parseInt(System.getenv("BENCH_NGINX_PORT"));
        Path ofOne =
                script("facts-one", "\\set number random(1, :units)\n", "and i.unit = 'B' || :number", "and u.code = 'B' || :number");
        Path ofAll = script("facts-all", "", "", "");
        Map<String, String> variables = Map.of("collection", collection, "units", Integer.toString(UNITS));
        return List.of(
                new Measure(
                        "upload",
                        "an upload of 1 MiB (hashed, written, fsynced)",
                        connection -> uploads.get(connection).next(),
                        "{",
                        new DurableWriter(Path.of(System.getenv("BENCH_HOME"), "writer"), uploads)),
                new Measure(
                        "download",
                        "a download of 1 MiB (nginx)",
                        connection -> downloads.get(random[connection].nextInt(FILES)),
                        "%PDF",
                        comparison.server(nginx, connection -> staticFile(random[connection].nextInt(FILES)))),
                new Measure(
                        "facts-one",
                        "the facts of one unit (PostgreSQL)",
                        connection -> facts("?unit=B" + (1 + random[connection].nextInt(UNITS)), "application/json"),
                        "{",
                        comparison.pgbench(ofOne, variables)),
                new Measure(
                        "facts-all",
                        "the facts of 2,000 units (PostgreSQL)",
                        _ -> facts("", "application/x-ndjson"),
                        "{\"unit\":",
                        comparison.pgbench(ofAll, variables)));
    }

    private byte[] facts(String query, String accept) {
        return http.get(path + "/facts" + query, accept);
    }

    /** The statement of the facts, for pgbench, of the units that the conditions leave. */
    private static Path script(String name, String first, String ofItem, String ofUnit) throws IOException {
        String statement = Files.readString(Path.of("bench/evidence/sql/facts.sql")).formatted(ofItem, ofUnit);
        return Files.writeString(Path.of(System.getenv("BENCH_HOME"), name + ".sql"), first + statement);
    }

    private static byte[] staticFile(int number) {
        return "GET /%d.pdf HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(number).getBytes(StandardCharsets.US_ASCII);
    }

    // --- what is there to measure with

    private void prepare() throws IOException, SQLException {
        long start = System.nanoTime();
        try (Load.Connection service = http.connect()) {
            service.ask(http.json("PUT", path, "", collection()));
            service.ask(http.json("POST", path + "/units", "", units()));
            for (int connection = 0; connection < options.clients(); connection++) {
                int office = connection % officers.size();
                uploads.add(new Upload(http, path + "/evidence/files", officers.get(office), "B" + (office + 1)));
            }
            for (int number = 0; number < FILES; number++) {
                Upload upload = uploads.get(0);
                JsonNode item = JSON.readTree(service.ask(upload.next()));
                downloads.add(
                        http.request(officers.get(0), "GET", "/v1/evidence/" + item.path("id").textValue() + "/content", "", new byte[0]));
                Files.write(Path.of(System.getenv("BENCH_NGINX_ROOT"), number + ".pdf"), upload.file());
            }
        }
        comparison.database().run(items());
        System.out.printf(
                Locale.ROOT, "%d units with %d items each, %d files, prepared in %.0f s%n",
                UNITS, 2 * SLOTS, FILES, (System.nanoTime() - start) / 1e9);
    }

    private static String collection() {
        return IntStream.rangeClosed(1, SLOTS)
                .mapToObj(
                        slot ->
                                "{\"code\":\"S%1$d\",\"title\":{\"en\":\"Slot %1$d\",\"th\":\"ช่อง %1$d\"},\"kinds\":[{\"code\":\"report\",\"title\":{\"en\":\"Report\",\"th\":\"รายงาน\"}}],\"channels\":[\"line\",\"website\"]}"
                                        .formatted(slot))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"},\"timeZone\":\"Asia/Bangkok\",\"status\":\"OPEN\",\"review\":\"PEER\",\"slots\":[",
                                "]}"));
    }

    private static String units() {
        return IntStream.rangeClosed(1, UNITS)
                .mapToObj(
                        unit ->
                                "{\"unit\":\"B%1$d\",\"title\":{\"en\":\"Division %1$d\",\"th\":\"กอง %1$d\"},\"sections\":[{\"code\":\"LEGAL\",\"title\":{\"en\":\"Legal\",\"th\":\"นิติการ\"}}]}"
                                        .formatted(unit))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Two accepted reports of a month each, for every slot of every unit. */
    private String items() {
        return """
               insert into item (id, collection, unit, slot, kind, channel, section, title, description, date, coverage_from, coverage_to,
                                 fields, status, version, uploaded_by, uploaded_at, revision, changed_at, changed_by, search)
               select gen_random_uuid(), '%1$s', 'B' || u, 'S' || s, 'report', case i when 1 then 'line' else 'website' end, 'LEGAL',
                      'Report', '', date '2021-10-01' + 31 * i, date '2021-09-01' + 30 * i, date '2021-09-30' + 30 * i,
                      '{director}', 'ACCEPTED', 1, 'bench', now(), 1, now(), 'bench', 'report'
                 from generate_series(1, %2$d) u, generate_series(1, %3$d) s, generate_series(1, 2) i
               """
                .formatted(collection, UNITS, SLOTS);
    }
}
