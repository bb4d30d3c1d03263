package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.kongdee.stack.demo.Filing;
import org.kongdee.stack.demo.Readings;
import org.kongdee.stack.demo.Reminding;
import org.kongdee.stack.demo.Scoring;
import org.kongdee.stack.demo.Tasking;
import org.kongdee.stack.demo.ThisYear;
import org.kongdee.stack.demo.Words;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.seed.ContestYear;
import org.kongdee.stack.token.Role;

/** {@code suite demo}: the division's year in four steps, through all services. */
final class DemoCommand {

    private final SuiteSettings settings;
    private final PrintStream out;

    DemoCommand(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    int run(Options options) throws IOException, InterruptedException {
        options.refuseWords();
        if (settings.externalProvider().isPresent()) {
            throw new SuiteException(
                    "the demo needs tokens of its own, and KONGDEE_OIDC_URL is set");
        }
        String language = options.option("lang").orElse("en");
        Words words = Words.of(language);
        try (RestClient uploader = officer("demo-officer-a", Service.EVIDENCE);
                RestClient reviewer = officer("demo-officer-b", Service.EVIDENCE);
                RestClient scorer = officer("demo-officer-a", Service.RUBRIC);
                RestClient organiser =
                        OwnCalls.to(Service.NOTIFICATION, settings, Set.of(Role.ORGANISER))) {
            boolean terminal = System.console() != null && System.console().isTerminal();
            step(
                    1,
                    words,
                    "File the evidence of 20 December 2021, and have it accepted",
                    "ยื่นหลักฐานของวันที่ 20 ธันวาคม 2564 และให้เพื่อนร่วมงานรับรอง");
            LocalDate asOf =
                    new Filing(uploader, reviewer, settings.root(), out, terminal).run(language);
            step(2, words, "Score what it supports", "ให้คะแนนตามที่หลักฐานรองรับ");
            new Scoring(scorer, out).run(language, Instant.now(), asOf);
            new Readings(scorer, settings.root(), out).run(language);
            step(
                    3,
                    words,
                    "Enter what the meeting asked for, and remind of what is due",
                    "บันทึกงานที่ที่ประชุมมอบหมาย และเตือนงานที่ใกล้ครบกำหนด");
            new Tasking(organiser, settings.root(), out).run(language);
            new Reminding(organiser, new Inbox(settings.mail()), out).run(language);
            step(4, words, "Look at this year", "ดูงานของปีนี้");
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
            new ThisYear(
                            uploader,
                            reviewer,
                            scorer,
                            ContestYear.of(today).cycle("division-contest"),
                            today,
                            out)
                    .run(language);
        }
        return 0;
    }

    private void step(int number, Words words, String english, String thai) {
        out.printf("%n== %d/4 %s ==%n%n", number, words.in(english, thai));
    }

    private RestClient officer(String subject, Service service) throws IOException {
        return OwnCalls.asOfficer(subject, "SLK", service, settings);
    }
}
