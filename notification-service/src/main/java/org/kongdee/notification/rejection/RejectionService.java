package org.kongdee.notification.rejection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.message.MessageRepository;
import org.kongdee.notification.message.Notice;
import org.kongdee.notification.notice.RubricNotice;
import org.kongdee.notification.notice.RubricNoticeRepository;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;
import org.kongdee.web.clock.SystemTime;

/**
 * Tells of rejected evidence: whoever filed it, by the subject of their token; else the people of
 * its section, or of the sections that own its criterion; else the directors. Those of the same
 * people are gathered for a while, and are one mail to each.
 */
@ApplicationScoped
class RejectionService {

    private static final Logger LOG = Logger.getLogger(RejectionService.class);
    private static final int MOST = 500;

    private final RubricNoticeRepository notices;
    private final RecipientRepository recipients;
    private final DeadlineRepository deadlines;
    private final MessageRepository mails;
    private final PolicyRepository policies;
    private final Links links;
    private final RejectionConfig config;
    private final Clock clock;
    private final Clock real;

    RejectionService(
            RubricNoticeRepository notices,
            RecipientRepository recipients,
            DeadlineRepository deadlines,
            MessageRepository mails,
            PolicyRepository policies,
            Links links,
            RejectionConfig config,
            Clock clock,
            @SystemTime Clock real) {
        this.notices = notices;
        this.recipients = recipients;
        this.deadlines = deadlines;
        this.mails = mails;
        this.policies = policies;
        this.links = links;
        this.config = config;
        this.clock = clock;
        this.real = real;
    }

    /** Queues what is ripe; the mails and that they are told are one transaction. */
    @Transactional
    void tell() {
        Instant ripe = real.instant().minus(config.gather());
        List<RubricNotice.Untold> untold = notices.untold(ripe, MOST);
        if (untold.isEmpty()) {
            return;
        }
        LocalDate today = policies.policies().today("", clock.instant());
        Map<List<Recipient>, List<RubricNotice.Untold>> byPeople = new LinkedHashMap<>();
        for (RubricNotice.Untold one : untold) {
            byPeople.computeIfAbsent(addressees(one.notice(), today), of -> new ArrayList<>())
                    .add(one);
        }
        byPeople.forEach(
                (people, gathered) -> {
                    if (gathered.stream().anyMatch(one -> !one.keptAt().isAfter(ripe))) {
                        tell(people, gathered, today);
                    }
                });
    }

    private void tell(List<Recipient> people, List<RubricNotice.Untold> gathered, LocalDate today) {
        if (people.isEmpty()) {
            LOG.warnf(
                    "nobody can be told that evidence of %s was rejected",
                    gathered.getFirst().notice().unit());
        }
        Set<String> units =
                gathered.stream().map(one -> one.notice().unit()).collect(Collectors.toSet());
        for (Recipient person : people) {
            mails.tell(
                    person.id(),
                    person.email(),
                    mail(person, gathered),
                    units.size() == 1 ? units.iterator().next() : null,
                    today);
        }
        notices.told(gathered);
    }

    /** Who is there to be told today, by the first of these that finds anybody. */
    private List<Recipient> addressees(RubricNotice notice, LocalDate today) {
        List<Recipient> filer =
                recipients.withSubject(notice.filedBy()).stream()
                        .filter(person -> !person.isPausedOn(today))
                        .toList();
        if (!filer.isEmpty()) {
            return filer;
        }
        List<Recipient> unit =
                recipients.of(notice.unit()).stream()
                        .filter(person -> !person.isPausedOn(today))
                        .toList();
        Set<String> sections = notice.section() == null ? owners(notice) : Set.of(notice.section());
        List<Recipient> working = among(unit, person -> person.worksInAny(notice.unit(), sections));
        return working.isEmpty() ? among(unit, person -> person.directs(notice.unit())) : working;
    }

    private Set<String> owners(RubricNotice notice) {
        return new LinkedHashSet<>(deadlines.ownersOf(notice.unit(), notice.criterion()));
    }

    private static List<Recipient> among(List<Recipient> unit, Predicate<Recipient> which) {
        return unit.stream().filter(which).toList();
    }

    private Notice mail(Recipient person, List<RubricNotice.Untold> gathered) {
        Wording wording = Wording.in(person.language());
        return new Notice.Rejected(
                person.language().tag(),
                person.name(),
                wording.rejected(gathered.size()),
                wording.phrase(Phrase.GREETING) + " " + person.name(),
                wording.phrase(Phrase.REJECTED),
                gathered.stream().map(one -> item(one.notice(), wording)).toList(),
                wording.phrase(Phrase.FILE_ANEW),
                wording.phrase(Phrase.PAUSE),
                links.toPause(person, clock.instant()));
    }

    private static Notice.RejectedItem item(RubricNotice notice, Wording wording) {
        return new Notice.RejectedItem(
                notice.unit()
                        + " "
                        + wording.text(notice.criterion())
                        + " "
                        + wording.text(notice.criterionTitle()),
                wording.text(notice.evidenceKind().title()) + ": " + wording.text(notice.title()),
                notice.note() == null
                        ? null
                        : wording.phrase(Phrase.NOTE) + ": " + wording.text(notice.note()));
    }
}
