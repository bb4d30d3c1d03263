import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kongdee.client.ConnectionException;
import org.kongdee.client.Kongdee;
import org.kongdee.client.ProblemException;
import org.kongdee.client.bulk.BulkScores;
import org.kongdee.client.bulk.ClaimTexts;
import org.kongdee.client.bulk.LineResult;
import org.kongdee.client.bulk.ScoreCsv;
import org.kongdee.client.bulk.ScoreEtags;
import org.kongdee.client.rubric.Cycle;
import org.kongdee.client.rubric.ScoreLine;
import org.kongdee.client.token.ClientCredentials;
import org.kongdee.client.token.TokenException;
import org.kongdee.client.token.TokenProvider;

/**
 * A nightly job to copy: reads the scores that an HR system wrote as CSV, writes them into a cycle,
 * and tells what became of each. Stopped half-way, it is run again with the same file and goes on.
 *
 * <pre>
 * NightlyJob CYCLE FILE [--job NAME] [--journal FILE] [--known JOURNAL] [--overwrite] [--batch N]
 *
 * KONGDEE_RUBRIC_URL                         where rubric-service is
 * KONGDEE_ISSUER, KONGDEE_CLIENT_ID,
 * KONGDEE_CLIENT_SECRET                      who calls; or KONGDEE_TOKEN, a token
 * KONGDEE_LANGUAGE                           th or en
 *
 * 0  all scores were taken
 * 1  some were refused: the output names their rows
 * 2  the file or the command is wrong: nothing was sent
 * 3  the service refused or could not be reached: run it again
 * </pre>
 */
public final class NightlyJob {

    private static final int SOME_REFUSED = 1;
    private static final int WRONG = 2;
    private static final int AGAIN = 3;

    private final boolean thai;

    private NightlyJob(boolean thai) {
        this.thai = thai;
    }

    public static void main(String... args) {
        boolean thai = "th".equals(System.getenv("KONGDEE_LANGUAGE"));
        System.exit(new NightlyJob(thai).run(List.of(args)));
    }

    private int run(List<String> args) {
        try {
            return run(Options.of(args));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(say("Nothing was sent: ", "ยังไม่ได้ส่งข้อมูล: ") + e.getMessage());
            return WRONG;
        } catch (ProblemException | ConnectionException | TokenException e) {
            System.err.println(e.getMessage());
            System.err.println(
                    say(
                            "The job stopped. Run it again with the same file: nothing is written twice.",
                            "งานหยุดกลางคัน ให้สั่งใหม่ด้วยไฟล์เดิม ระบบจะไม่บันทึกซ้ำ"));
            return AGAIN;
        }
    }

    /** What the command says. */
    private record Options(
            String cycle,
            Path file,
            String job,
            Path journal,
            Path known,
            boolean overwrite,
            int batch) {

        static Options of(List<String> args) {
            var rest = new ArrayList<>(args);
            // A night's name: under it the same file is the same job.
            String job = value(rest, "--job", LocalDate.now(ZoneId.of("Asia/Bangkok")).toString());
            String journal = value(rest, "--journal", null);
            String known = value(rest, "--known", null);
            int batch = Integer.parseInt(value(rest, "--batch", "2000"));
            boolean overwrite = rest.remove("--overwrite");
            if (rest.size() != 2) {
                throw new IllegalArgumentException(
                        "NightlyJob CYCLE FILE [--job NAME] [--journal FILE] [--known JOURNAL]"
                                + " [--overwrite] [--batch N]");
            }
            return new Options(
                    rest.get(0),
                    Path.of(rest.get(1)),
                    job,
                    Path.of(journal == null ? rest.get(1) + "." + job + ".journal" : journal),
                    known == null ? null : Path.of(known),
                    overwrite,
                    batch);
        }

        private static String value(List<String> args, String name, String otherwise) {
            int at = args.indexOf(name);
            if (at < 0) {
                return otherwise;
            }
            if (at + 1 == args.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            args.remove(at);
            return args.remove(at);
        }
    }

    private int run(Options options) throws IOException {
        Kongdee kongdee =
                Kongdee.builder()
                        .rubric(setting("KONGDEE_RUBRIC_URL"))
                        .tokens(tokens())
                        .language(thai ? "th" : "en")
                        .build();
        // The rubric says what a claim such as 2 means for each criterion.
        Cycle cycle = kongdee.rubric().getCycle(options.cycle()).send();
        var claims =
                ClaimTexts.of(kongdee.rubric().getRubric(cycle.rubric(), cycle.version()).send());
        ScoreCsv csv = ScoreCsv.read(options.file(), claims);
        if (!csv.faults().isEmpty()) {
            csv.faults().forEach(fault -> System.err.println(options.file() + ", " + fault));
            throw new IllegalArgumentException(
                    say(
                            "the file has " + csv.faults().size() + " faults",
                            "ไฟล์มีข้อผิดพลาด " + csv.faults().size() + " แห่ง"));
        }
        return send(kongdee, csv, options);
    }

    private int send(Kongdee kongdee, ScoreCsv csv, Options options) {
        List<ScoreLine> scores = csv.scores();
        if (options.known() != null && Files.exists(options.known())) {
            // What the last night was told says which version each score replaces.
            var etags = ScoreEtags.ofJournal(options.known());
            scores =
                    scores.stream()
                            .map(line -> line.ifMatch() == null ? etags.replacing(line) : line)
                            .toList();
        }
        var bulk =
                BulkScores.into(kongdee.rubric(), options.cycle(), options.job(), options.journal())
                        .batch(options.batch());
        BulkScores.Summary summary =
                (options.overwrite() ? bulk.overwrite() : bulk)
                        .send(
                                scores.iterator(),
                                result -> {
                                    if (!result.accepted()) {
                                        System.out.println(refused(csv, result));
                                    }
                                });
        System.out.println(
                say(
                        summary.lines()
                                + " scores: "
                                + summary.accepted()
                                + " taken, "
                                + summary.rejected()
                                + " refused; "
                                + summary.earlier()
                                + " of them by an earlier run",
                        "คะแนน "
                                + summary.lines()
                                + " รายการ: รับแล้ว "
                                + summary.accepted()
                                + " ไม่รับ "
                                + summary.rejected()
                                + " (ทำไว้แล้วในรอบก่อน "
                                + summary.earlier()
                                + ")"));
        return summary.rejected() == 0 ? 0 : SOME_REFUSED;
    }

    private String refused(ScoreCsv csv, LineResult result) {
        int row = csv.rows().get((int) result.line() - 1);
        return say("row ", "แถว ")
                + row
                + ", "
                + result.key().unit()
                + " "
                + result.key().criterion()
                + ": "
                + result.problem().detail();
    }

    private static TokenProvider tokens() {
        String token = System.getenv("KONGDEE_TOKEN");
        return token != null
                ? () -> token
                : ClientCredentials.of(
                        URI.create(setting("KONGDEE_ISSUER")),
                        setting("KONGDEE_CLIENT_ID"),
                        setting("KONGDEE_CLIENT_SECRET"));
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException("the environment variable " + name + " is not set");
        }
        return value;
    }

    private String say(String english, String thaiText) {
        return thai ? thaiText : english;
    }
}
