package notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import common.Comparison;
import common.Http;
import common.Load;
import common.Options;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures notification-service with 10,000 recipients in 2,000 units and 50 deadlines for each unit, a week apart, so that
 * every recipient gets one digest of three lines. {@code bench/notification/run} starts what it needs and calls this.
 */
final class NotificationBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNITS = 2000;
    private static final int RECIPIENTS = 5 * UNITS;
    private static final int DEADLINES = 50 * UNITS;

    /** As many as the service has by itself ({@code quarkus.mailer.max-pool-size}). */
    private static final int SMTP_CONNECTIONS = 4;

    private final Options options;
    private final Comparison comparison;
    private final Http http = new Http();
    private final int smtpPort = Integer.parseInt(System.getenv("BENCH_SMTP_PORT"));
    private final SmtpSink sink = new SmtpSink(smtpPort);
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));

    private NotificationBench(Options options) throws IOException {
        this.options = options;
        comparison = new Comparison("notification", options);
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new NotificationBench(Options.parse(arguments));
        bench.prepare();
        if (bench.isWanted("planning")) {
            bench.planning();
        }
        if (bench.isWanted("sending")) {
            bench.sending();
        }
        if (bench.isWanted("calendar")) {
            bench.calendar();
        }
        System.exit(0);
    }

    private boolean isWanted(String measure) {
        return options.only().isEmpty() || options.only().contains(measure);
    }

    // --- what is measured

    /** A dry run reads, plans and answers everything, and keeps nothing. */
    private void planning() throws IOException {
        double[] seconds = new double[options.rounds() + 1];
        for (int round = 0; round < seconds.length; round++) {
            long start = System.nanoTime();
            int digests = run(true).path("digests").size();
            seconds[round] = (System.nanoTime() - start) / 1e9;
            require(digests == RECIPIENTS, digests + " digests planned");
        }
        say(
                "planning %,d deadlines x %,d recipients (dry run over HTTP): first %.2f s, then %.2f s",
                DEADLINES, RECIPIENTS, seconds[0], median(Arrays.copyOfRange(seconds, 1, seconds.length)));
    }

    /** Plans a pass, then sends it, and sends as many mails without a service, in turns. */
    private void sending() throws Exception {
        double[] passes = new double[options.rounds() + 1];
        double[] sent = new double[passes.length];
        double[] alone = new double[passes.length];
        double[] cpu = new double[passes.length];
        for (int round = 0; round < passes.length; round++) {
            forgetWhatWasSaid();
            sink.shut();
            long start = System.nanoTime();
            run(false);
            passes[round] = (System.nanoTime() - start) / 1e9;
            double before = Comparison.cpu("BENCH_SERVICE_PID");
            sent[round] = serviceSends();
            cpu[round] = (Comparison.cpu("BENCH_SERVICE_PID") - before) / RECIPIENTS;
            alone[round] = new SmtpLoop(smtpPort, sink.last()).perSecond(RECIPIENTS, SMTP_CONNECTIONS);
            say(
                    "  pass %.1f s; %,.0f mails/s, %.2f ms of the service's processor time each; alone %,.0f mails/s; a mail has %,d bytes",
                    passes[round], sent[round], cpu[round], alone[round], sink.last().length());
        }
        // The first round warms up.
        double service = median(Arrays.copyOfRange(sent, 1, sent.length));
        double bare = median(Arrays.copyOfRange(alone, 1, alone.length));
        say("a pass that queues %,d digests: %.1f s", RECIPIENTS, median(Arrays.copyOfRange(passes, 1, passes.length)));
        say(
                "sending %,d mails over %d connections: %,.0f mails/s, %.2f ms of the service's processor time each; a bare SMTP loop %,.0f mails/s; %.0f %%",
                RECIPIENTS,
                SMTP_CONNECTIONS,
                service,
                median(Arrays.copyOfRange(cpu, 1, cpu.length)),
                bare,
                100 * service / bare);
    }

    private double serviceSends() throws Exception {
        int before = sink.taken();
        long start = System.nanoTime();
        sink.open();
        while (sink.taken() < before + RECIPIENTS) {
            require(System.nanoTime() - start < 600e9, "after ten minutes " + (sink.taken() - before) + " mails were sent");
            Thread.sleep(5);
        }
        double perSecond = RECIPIENTS / ((System.nanoTime() - start) / 1e9);
        Thread.sleep(Duration.ofSeconds(3));
        require(sink.taken() == before + RECIPIENTS, "a mail was sent twice");
        return perSecond;
    }

    private void calendar() throws Exception {
        String url;
        try (Load.Connection service = http.connect()) {
            service.ask(http.json("PUT", "/v1/recipients/reader", "", person("READER", 1)));
            service.ask(
                    http.json(
                            "PUT",
                            "/v1/tasks/reader-report",
                            "",
                            "{\"title\":{\"en\":\"Report\",\"th\":\"รายงานผลการดำเนินงาน\"},\"unit\":\"READER\",\"sections\":[\"LEGAL\"],\"start\":\"%s\",\"rrule\":\"FREQ=DAILY;COUNT=500\"}"
                                    .formatted(today)));
            url = JSON.readTree(service.ask(http.json("POST", "/v1/recipients/reader/calendar-tokens", "", ""))).path("url").textValue();
            byte[] feed = http.get(URI.create(url).getPath(), "text/calendar");
            String calendar = service.ask(feed);
            require(calendar.split("BEGIN:VEVENT", -1).length == 501, "the feed has not 500 events");
            double[] millis = new double[200];
            for (int i = 0; i < millis.length; i++) {
                long start = System.nanoTime();
                service.ask(feed);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            say(
                    "a calendar feed of 500 deadlines (%,d characters): first %.0f ms, later %.0f ms",
                    calendar.length(), millis[0], median(Arrays.copyOfRange(millis, 100, 200)));
        }
    }

    // --- what is there to measure with

    private void prepare() throws IOException, SQLException {
        long start = System.nanoTime();
        try (Load.Connection service = http.connect()) {
            // Every day is worked and mail leaves at once, so that the bench runs on any day at any hour.
            service.ask(
                    http.json(
                            "PUT",
                            "/v1/policies/default",
                            "If-Match: *\r\n",
                            """
                            {"leadDays":[14,7,0],"overdue":{"first":1,"weekly":"MON"},"escalateAfter":7,"at":"00:00","timeZone":"Asia/Bangkok",
                             "daysOff":[],"holidays":[],"appliesTo":{}}"""));
            String lines = IntStream.rangeClosed(1, UNITS).mapToObj(unit -> people("B" + unit)).collect(Collectors.joining(",", "[", "]"));
            JsonNode outcome = JSON.readTree(service.ask(http.json("POST", "/v1/recipients", "", lines)));
            require(outcome.path("accepted").intValue() == RECIPIENTS, outcome.path("accepted") + " recipients");
        }
        comparison.database().run(deadlines());
        comparison.database().run("vacuum analyze");
        say(
                "%,d recipients in %,d units, %,d deadlines, prepared in %.0f s",
                RECIPIENTS, UNITS, DEADLINES, (System.nanoTime() - start) / 1e9);
    }

    /** Five people of a unit. */
    private static String people(String unit) {
        return IntStream.rangeClosed(1, RECIPIENTS / UNITS)
                .mapToObj(
                        n ->
                                person(unit, n)
                                        .replaceFirst("\\{", "{\"recipient\":\"%s-%d\",".formatted(unit.toLowerCase(Locale.ROOT), n)))
                .collect(Collectors.joining(","));
    }

    private static String person(String unit, int number) {
        return "{\"email\":\"%s-%d@slk.example\",\"name\":\"สมหญิง ใจดี\",\"language\":\"th\",\"posts\":[{\"unit\":\"%s\",\"sections\":[\"LEGAL\"],\"role\":\"OFFICER\"}]}"
                .formatted(unit.toLowerCase(Locale.ROOT), number, unit);
    }

    /** The due dates of every unit are a week apart, half of them gone by: met, as they should be. */
    private String deadlines() {
        return """
               insert into deadline (deadline, source, unit, cycle, criterion, code, title_en, title_th, sections, section_titles, due, status,
                                     missing, open, chased_until, known_since, changed_at, changed_by)
               select 'bench:' || u || ':' || d, 'MILESTONE', 'B' || u, 'bench', '1.1', d, 'Report ' || d, 'รายงาน ' || d, '{LEGAL}',
                      '[{"code": "LEGAL", "title": {"en": "Legal affairs", "th": "นิติการ"}}]', date '%1$s' + 7 * (d - 25),
                      case when d < 25 then 'MET' else 'PLANNED' end, '[{"en": "one more report", "th": "รายงานอีก ๑ ฉบับ"}]', '{LEGAL}',
                      date '%1$s' + 365, date '%1$s' - 365, now(), 'bench'
                 from generate_series(1, %2$d) u, generate_series(1, %3$d) d
               """
                .formatted(today, UNITS, DEADLINES / UNITS);
    }

    private void forgetWhatWasSaid() throws SQLException {
        comparison.database().run("truncate reminder, attempt, message, pass");
    }

    private JsonNode run(boolean dryRun) throws IOException {
        try (Load.Connection service = http.connect()) {
            return JSON.readTree(
                    service.ask(http.json("POST", "/v1/runs", "", "{\"date\":\"%s\",\"dryRun\":%s}".formatted(today, dryRun))));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
