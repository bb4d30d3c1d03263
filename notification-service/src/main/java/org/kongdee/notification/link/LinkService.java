package org.kongdee.notification.link;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.deadline.DeadlineService;
import org.kongdee.notification.deadline.Who;
import org.kongdee.notification.message.MailConfig;
import org.kongdee.notification.message.MessageRepository;
import org.kongdee.notification.message.Notice;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Settlement;
import org.kongdee.notification.planning.Silence;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.silence.SilenceRepository;
import org.kongdee.notification.silence.SnoozeService;
import org.kongdee.notification.task.AnswerService;
import org.kongdee.notification.task.Done;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.Language;

/** What the holder of a signed link sees, and what happens when they press the button. */
@ApplicationScoped
class LinkService {

    private static final int PAUSE_DAYS = 7;

    private final LinkSigner signer;
    private final RecipientRepository recipients;
    private final DeadlineRepository deadlines;
    private final DeadlineService milestones;
    private final AnswerService tasks;
    private final SilenceRepository silences;
    private final SnoozeService snoozes;
    private final PolicyRepository policies;
    private final MessageRepository mails;
    private final MailConfig mail;
    private final Clock clock;
    private final Clock real;

    LinkService(
            LinkSigner signer,
            RecipientRepository recipients,
            DeadlineRepository deadlines,
            DeadlineService milestones,
            AnswerService tasks,
            SilenceRepository silences,
            SnoozeService snoozes,
            PolicyRepository policies,
            MessageRepository mails,
            MailConfig mail,
            Clock clock,
            @SystemTime Clock real) {
        this.signer = signer;
        this.recipients = recipients;
        this.deadlines = deadlines;
        this.milestones = milestones;
        this.tasks = tasks;
        this.silences = silences;
        this.snoozes = snoozes;
        this.policies = policies;
        this.mails = mails;
        this.mail = mail;
        this.clock = clock;
        this.real = real;
    }

    /** The page that asks; nothing changes. */
    @Transactional
    LinkPage ask(String token) {
        return open(token, opened -> question(opened, LinkForm.EMPTY));
    }

    /** Does what the link is for; doing it again changes nothing more. */
    @Transactional
    LinkPage act(String token, LinkForm form) {
        return open(token, opened -> perform(opened, form));
    }

    private interface Step {
        LinkPage of(Opened opened);
    }

    /** A valid link with what it is about, which is null of a pause. */
    private record Opened(
            SignedLink link, Recipient recipient, @Nullable Part about, Wording wording) {

        /** Of any link but to pause or to end that. */
        Part part() {
            return Objects.requireNonNull(about);
        }

        boolean isSettled() {
            return about != null && about.open().isEmpty();
        }

        LinkPage page(int status, Phrase message) {
            return LinkPage.of(status, wording, message, lines());
        }

        LinkPage question(Phrase question) {
            return LinkPage.question(wording, question, lines());
        }

        private List<String> lines() {
            return about == null ? List.of() : about.lines(wording);
        }
    }

    private LinkPage open(String token, Step step) {
        Optional<SignedLink> read = signer.read(token);
        if (read.isEmpty()) {
            return LinkPage.of(404, Wording.in(Language.TH), Phrase.EXPIRED, List.of());
        }
        SignedLink link = read.get();
        Recipient recipient = recipients.recipient(link.recipient()).orElse(null);
        Wording wording = Wording.in(recipient == null ? Language.TH : recipient.language());
        if (recipient == null
                || recipient.links() != link.links()
                || link.expires().isBefore(clock.instant())) {
            return LinkPage.of(410, wording, Phrase.EXPIRED, List.of());
        }
        if (link.action() == LinkAction.PAUSE || link.action() == LinkAction.RESUME) {
            return step.of(new Opened(link, recipient, null, wording));
        }
        Deadline deadline =
                deadlines
                        .onDay(link.deadline(), link.day())
                        .filter(now -> now.sequence() == link.sequence())
                        .orElse(null);
        if (deadline == null) {
            return LinkPage.of(410, wording, Phrase.MOVED, List.of());
        }
        Part part = Part.of(recipient, deadlines.rowsOf(deadline));
        return step.of(new Opened(link, recipient, part, wording));
    }

    private LinkPage question(Opened o, LinkForm sent) {
        if (o.isSettled() && !takesBack(o.link().action())) {
            return settled(o, o.part());
        }
        return switch (o.link().action()) {
            case DONE ->
                    asked(o, Phrase.ASK_DONE, o.part())
                            .withAnswer(o.wording(), tasks.figures(o.part().first().id()), sent);
            case UNDO ->
                    o.isSettled()
                            ? asked(o, Phrase.ASK_UNDO, o.part())
                            : o.page(200, Phrase.SAID_UNDO);
            case SNOOZE -> askSnooze(o, snoozes.most(o.part().open().getFirst()));
            case NOT_MINE ->
                    isNotMine(o.recipient(), o.part())
                            ? saidNotMine(o)
                            : o.question(Phrase.ASK_NOT_MINE);
            case MINE -> o.question(Phrase.ASK_MINE);
            case PAUSE -> askPause(o);
            case RESUME -> askResume(o);
        };
    }

    private boolean isNotMine(Recipient recipient, Part part) {
        Map<Silence.Key, Silence> said = silences.of(List.of(recipient.id()));
        return part.rows().stream()
                .map(row -> said.get(Silence.Key.of(recipient, row)))
                .allMatch(silence -> silence != null && silence.notMine());
    }

    /** A question that says whose is settled, or reopened. */
    private static LinkPage asked(Opened o, Phrase question, Part part) {
        List<String> about = new ArrayList<>(part.lines(o.wording()));
        about.add(part.whose(o.wording()));
        return LinkPage.question(o.wording(), question, about);
    }

    private static boolean takesBack(LinkAction action) {
        return action == LinkAction.UNDO || action == LinkAction.MINE;
    }

    /** Nothing is left to do; who called it done is said, and that can be taken back. */
    private LinkPage settled(Opened o, Part part) {
        Deadline first = part.first();
        Settlement settlement = first.settlement();
        if (first.status() != DeadlineStatus.DONE || settlement == null) {
            return o.page(200, Phrase.SETTLED);
        }
        List<String> about = new ArrayList<>(part.lines(o.wording()));
        about.add(o.wording().settledBy(settlement.who(), settlement.on()));
        if (settlement.answer() != null) {
            about.add(o.wording().phrase(Phrase.ANSWER) + ": " + settlement.answer());
        }
        return undoable(LinkPage.of(200, o.wording(), Phrase.SETTLED, about), o, LinkAction.UNDO);
    }

    private LinkPage undoable(LinkPage page, Opened o, LinkAction undo) {
        return page.withUndo(signer.sign(o.link().with(undo)));
    }

    private LinkPage perform(Opened o, LinkForm form) {
        return switch (o.link().action()) {
            case DONE -> done(o, o.part(), form);
            case UNDO -> undo(o, o.part());
            case SNOOZE -> snooze(o, o.part(), form.days());
            case NOT_MINE -> notMine(o, o.part());
            case MINE -> mine(o, o.part());
            case PAUSE -> pause(o);
            case RESUME -> resume(o);
        };
    }

    private LinkPage done(Opened o, Part part, LinkForm form) {
        if (part.open().isEmpty()) {
            return settled(o, part);
        }
        LinkForm.Fault fault = form.fault();
        if (fault != null) {
            String why = o.wording().phrase(fault.why());
            return question(o, form)
                    .refusing(fault.what() == null ? why : why + " " + fault.what());
        }
        Done done = form.done();
        for (Deadline row : part.open()) {
            if (row.cycle() == null) {
                tasks.done(row, done, who(o.recipient()));
            } else {
                milestones.done(
                        row,
                        requireNonNullElse(done.answer(), o.wording().phrase(Phrase.DONE_BY_LINK)),
                        who(o.recipient()));
            }
        }
        return undoable(o.page(200, Phrase.SAID_DONE), o, LinkAction.UNDO);
    }

    private LinkPage undo(Opened o, Part part) {
        String reason = o.wording().phrase(Phrase.UNDONE_BY_LINK);
        for (Deadline row : part.rows()) {
            if (row.cycle() == null) {
                tasks.undo(row, reason, who(o.recipient()));
            } else {
                milestones.undo(row, reason, who(o.recipient()));
            }
        }
        boolean open =
                part.rows().stream()
                        .allMatch(
                                row ->
                                        deadlines
                                                .onDay(row.id(), row.day())
                                                .filter(Deadline::isOpen)
                                                .isPresent());
        return o.page(200, open ? Phrase.SAID_UNDO : Phrase.SETTLED);
    }

    /** So many days as there are working days left to be reminded on; where there are none, why. */
    private static LinkPage askSnooze(Opened o, int most) {
        return most == 0
                ? o.page(200, Phrase.NO_SNOOZE)
                : o.question(Phrase.ASK_SNOOZE).forDays(o.wording(), most);
    }

    private LinkPage snooze(Opened o, Part part, int days) {
        if (part.open().isEmpty()) {
            return settled(o, part);
        }
        int most = snoozes.most(part.open().getFirst());
        if (most == 0) {
            return o.page(409, Phrase.NO_SNOOZE);
        }
        if (days > most) {
            return askSnooze(o, most).refusing(o.wording().phrase(Phrase.PAST_DUE));
        }
        LocalDate until = snoozes.snooze(o.recipient(), part.open(), days);
        return o.page(200, Phrase.SAID_SNOOZE).on(o.wording().date(until));
    }

    private LinkPage notMine(Opened o, Part part) {
        boolean news = false;
        for (Deadline row : part.rows()) {
            news |= silences.notMine(o.recipient(), row);
        }
        if (news) {
            tellOrganiser(
                    o.recipient(),
                    new Notice.NotMine(person(o.recipient()), task(part.first())),
                    today(o.recipient()));
        }
        return saidNotMine(o);
    }

    private LinkPage saidNotMine(Opened o) {
        return undoable(o.page(200, Phrase.SAID_NOT_MINE), o, LinkAction.MINE);
    }

    private LinkPage mine(Opened o, Part part) {
        boolean news = false;
        for (Deadline row : part.rows()) {
            news |= silences.mine(o.recipient(), row);
        }
        if (news) {
            tellOrganiser(
                    o.recipient(),
                    new Notice.MineAfterAll(person(o.recipient()), task(part.first())),
                    today(o.recipient()));
        }
        return o.page(200, Phrase.SAID_MINE);
    }

    /** Whoever comes back while it lasts sees that it does. */
    private LinkPage askPause(Opened o) {
        LocalDate today = today(o.recipient());
        return isPausedByLink(o, today) ? said(o, today) : o.question(Phrase.ASK_PAUSE);
    }

    private LinkPage pause(Opened o) {
        LocalDate today = today(o.recipient());
        LocalDate until = today.plusDays(PAUSE_DAYS);
        if (recipients.pause(o.recipient().id(), today, until, stamp(o.recipient()))) {
            tellOrganiser(o.recipient(), new Notice.Paused(person(o.recipient()), until), today);
        }
        return said(o, today);
    }

    private LinkPage askResume(Opened o) {
        LocalDate today = today(o.recipient());
        return isPausedByLink(o, today) ? o.question(Phrase.ASK_RESUME) : said(o, today);
    }

    private LinkPage resume(Opened o) {
        LocalDate today = today(o.recipient());
        if (recipients.resume(o.recipient().id(), today, stamp(o.recipient()))) {
            tellOrganiser(o.recipient(), new Notice.Resumed(person(o.recipient())), today);
        }
        return said(o, today);
    }

    private boolean isPausedByLink(Opened o, LocalDate today) {
        return recipients.isPausedByLink(o.recipient().id(), today);
    }

    /** Until when they are left alone, if they are; what was not asked for by a link stays. */
    private LinkPage said(Opened o, LocalDate today) {
        LocalDate until =
                recipients
                        .recipient(o.recipient().id())
                        .filter(now -> now.isPausedOn(today))
                        .map(Recipient::pausedUntil)
                        .orElse(null);
        if (until == null) {
            return o.page(200, Phrase.SAID_RESUME);
        }
        LinkPage page = o.page(200, Phrase.SAID_PAUSE).on(o.wording().date(until));
        return isPausedByLink(o, today) ? undoable(page, o, LinkAction.RESUME) : page;
    }

    private Stamp stamp(Recipient r) {
        return new Stamp(real.instant(), who(r).by());
    }

    private void tellOrganiser(Recipient about, Notice notice, LocalDate today) {
        mail.organiser().ifPresent(address -> mails.tell(address, notice, unit(about), today));
    }

    /** A link is used without a token: its holder acts as the recipient. */
    private static Who who(Recipient r) {
        return new Who(Settlement.by(r), r.name());
    }

    private static Notice.Person person(Recipient r) {
        return new Notice.Person(r.id(), r.name(), String.join(", ", r.units()));
    }

    private static Notice.Task task(Deadline d) {
        return new Notice.Task(d.group(), d.unit(), d.criterion(), d.title().en(), d.due());
    }

    /** The one that they belong to; null if there are several. */
    private static @Nullable String unit(Recipient r) {
        return r.units().size() == 1 ? r.units().iterator().next() : null;
    }

    /** It reads all policies and holidays: once a request is enough. */
    private LocalDate today(Recipient recipient) {
        return policies.policies().today(recipient.posts().getFirst().unit(), clock.instant());
    }
}
