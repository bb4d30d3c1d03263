package org.kongdee.notification.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.kongdee.notification.planning.Silence;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.silence.SilenceRepository;
import org.kongdee.notification.silence.SnoozeService;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Language;

/** What the holder of a signed link sees, and what happens when they press the button. */
@ApplicationScoped
class LinkService {

    private static final int PAUSE_DAYS = 7;

    private final LinkSigner signer;
    private final RecipientRepository recipients;
    private final DeadlineRepository deadlines;
    private final DeadlineService completions;
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
            DeadlineService completions,
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
        this.completions = completions;
        this.silences = silences;
        this.snoozes = snoozes;
        this.policies = policies;
        this.mails = mails;
        this.mail = mail;
        this.clock = clock;
        this.real = real;
    }

    /** The page that asks; nothing changes. */
    LinkPage ask(String token) {
        return open(token, this::question);
    }

    /** Does what the link is for; doing it again changes nothing more. */
    @Transactional
    LinkPage act(String token, int days) {
        return open(token, opened -> perform(opened, days));
    }

    private interface Step {
        LinkPage of(Opened opened);
    }

    /** A valid link with what it is about; the deadline is null for a pause. */
    private record Opened(
            SignedLink link, Recipient recipient, @Nullable Deadline deadline, Wording wording) {}

    private LinkPage open(String token, Step step) {
        Optional<SignedLink> read = signer.read(token);
        if (read.isEmpty()) {
            return LinkPage.over(404, Wording.in(Language.TH), Phrase.EXPIRED, null);
        }
        SignedLink link = read.get();
        Recipient recipient = recipients.recipient(link.recipient()).orElse(null);
        Wording wording = Wording.in(recipient == null ? Language.TH : recipient.language());
        if (recipient == null || link.expires().isBefore(clock.instant())) {
            return LinkPage.over(410, wording, Phrase.EXPIRED, null);
        }
        if (link.action() == LinkAction.PAUSE) {
            return step.of(new Opened(link, recipient, null, wording));
        }
        Deadline deadline =
                deadlines.due(List.of(link.deadline()), link.due(), link.due()).stream()
                        .filter(d -> d.revision() == link.revision())
                        .findFirst()
                        .orElse(null);
        if (deadline == null) {
            return LinkPage.over(410, wording, Phrase.MOVED, null);
        }
        return step.of(new Opened(link, recipient, deadline, wording));
    }

    private LinkPage question(Opened o) {
        Deadline deadline = o.deadline();
        if (deadline == null) {
            return LinkPage.question(o.wording(), Phrase.ASK_PAUSE, null, false);
        }
        if (!deadline.status().isOpen() && !takesBack(o.link().action())) {
            LinkPage settled = LinkPage.over(200, o.wording(), Phrase.SETTLED, deadline);
            return deadline.status() == DeadlineStatus.DONE
                    ? undoable(settled, o, LinkAction.UNDO)
                    : settled;
        }
        return switch (o.link().action()) {
            case DONE -> LinkPage.question(o.wording(), Phrase.ASK_DONE, deadline, false);
            case UNDO -> LinkPage.question(o.wording(), Phrase.ASK_UNDO, deadline, false);
            case SNOOZE -> LinkPage.question(o.wording(), Phrase.ASK_SNOOZE, deadline, true);
            case NOT_MINE ->
                    silences.isNotMine(key(o, deadline))
                            ? saidNotMine(o, deadline)
                            : LinkPage.question(o.wording(), Phrase.ASK_NOT_MINE, deadline, false);
            case MINE -> LinkPage.question(o.wording(), Phrase.ASK_MINE, deadline, false);
            case PAUSE -> LinkPage.question(o.wording(), Phrase.ASK_PAUSE, null, false);
        };
    }

    private static boolean takesBack(LinkAction action) {
        return action == LinkAction.UNDO || action == LinkAction.MINE;
    }

    private LinkPage undoable(LinkPage page, Opened o, LinkAction undo) {
        return page.withUndo(signer.sign(o.link().with(undo)));
    }

    private LinkPage perform(Opened o, int days) {
        Deadline deadline = o.deadline();
        if (deadline == null) {
            return pause(o);
        }
        return switch (o.link().action()) {
            case DONE -> done(o, deadline);
            case UNDO -> undo(o, deadline);
            case SNOOZE -> snooze(o, deadline, days);
            case NOT_MINE -> notMine(o, deadline);
            case MINE -> mine(o, deadline);
            case PAUSE -> pause(o);
        };
    }

    private LinkPage done(Opened o, Deadline deadline) {
        if (!deadline.status().isOpen() && deadline.status() != DeadlineStatus.DONE) {
            return LinkPage.over(200, o.wording(), Phrase.SETTLED, deadline);
        }
        Deadline after =
                completions.done(
                        deadline.id(),
                        deadline.due(),
                        "marked as done by the link in a reminder",
                        who(o.recipient()));
        return undoable(
                LinkPage.over(200, o.wording(), Phrase.SAID_DONE, after), o, LinkAction.UNDO);
    }

    private LinkPage undo(Opened o, Deadline deadline) {
        Deadline after =
                completions.undo(
                        deadline.id(),
                        deadline.due(),
                        "undone by the link in a reminder",
                        who(o.recipient()));
        return LinkPage.over(
                200,
                o.wording(),
                after.status().isOpen() ? Phrase.SAID_UNDO : Phrase.SETTLED,
                after);
    }

    private LinkPage snooze(Opened o, Deadline deadline, int days) {
        if (!deadline.status().isOpen()) {
            return LinkPage.over(200, o.wording(), Phrase.SETTLED, deadline);
        }
        try {
            LocalDate until = snoozes.snooze(o.recipient().id(), deadline, days);
            return LinkPage.over(200, o.wording(), Phrase.SAID_SNOOZE, deadline)
                    .on(o.wording().date(until));
        } catch (RuleBroken tooLate) {
            return LinkPage.over(409, o.wording(), Phrase.NO_SNOOZE, deadline);
        }
    }

    private LinkPage notMine(Opened o, Deadline deadline) {
        if (silences.notMine(key(o, deadline))) {
            tellOrganiser(o.recipient(), new Notice.NotMine(person(o.recipient()), task(deadline)));
        }
        return saidNotMine(o, deadline);
    }

    private LinkPage saidNotMine(Opened o, Deadline deadline) {
        return undoable(
                LinkPage.over(200, o.wording(), Phrase.SAID_NOT_MINE, deadline),
                o,
                LinkAction.MINE);
    }

    private LinkPage mine(Opened o, Deadline deadline) {
        if (silences.mine(key(o, deadline))) {
            tellOrganiser(
                    o.recipient(), new Notice.MineAfterAll(person(o.recipient()), task(deadline)));
        }
        return LinkPage.over(200, o.wording(), Phrase.SAID_MINE, deadline);
    }

    private static Silence.Key key(Opened o, Deadline deadline) {
        return new Silence.Key(o.recipient().id(), deadline.id(), deadline.due());
    }

    private LinkPage pause(Opened o) {
        LocalDate until = today(o.recipient()).plusDays(PAUSE_DAYS);
        LocalDate present = o.recipient().pausedUntil();
        if (present == null || present.isBefore(until)) {
            recipients.pause(
                    o.recipient().id(), until, new Stamp(real.instant(), who(o.recipient()).by()));
            tellOrganiser(o.recipient(), new Notice.Paused(person(o.recipient()), until));
        } else {
            until = present;
        }
        return LinkPage.over(200, o.wording(), Phrase.SAID_PAUSE, null).on(o.wording().date(until));
    }

    private void tellOrganiser(Recipient about, Notice notice) {
        mail.organiser()
                .ifPresent(address -> mails.tell(address, notice, about.unit(), today(about)));
    }

    /** A link is used without a token: its holder acts as the recipient. */
    private static Who who(Recipient r) {
        return new Who("recipient:" + r.id(), r.name());
    }

    private static Notice.Person person(Recipient r) {
        return new Notice.Person(r.id(), r.name(), r.unit());
    }

    private static Notice.Task task(Deadline d) {
        return new Notice.Task(d.id(), d.unit(), d.criterion(), d.title().en(), d.due());
    }

    private LocalDate today(Recipient recipient) {
        return LocalDate.ofInstant(
                clock.instant(),
                policies.policies().rulesFor(null, recipient.unit()).policy().timeZone());
    }
}
