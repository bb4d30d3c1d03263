package org.kongdee.notification.recipient;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.message.MailFailure;
import org.kongdee.notification.message.MessageRepository;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.recipient.RecipientRepository.RecipientFilter;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Recipients: one by one, and in bulk where each line answers for itself. */
@ApplicationScoped
public class RecipientService {

    private static final int LONGEST_PAUSE_DAYS = 366;
    private static final Pattern KEY = Pattern.compile(PutRecipient.KEY);

    private final RecipientRepository repository;
    private final MessageRepository mails;
    private final Bulk bulk;
    private final Caller caller;
    private final Clock clock;
    private final Clock real;

    RecipientService(
            RecipientRepository repository,
            MessageRepository mails,
            Bulk bulk,
            Caller caller,
            Clock clock,
            @SystemTime Clock real) {
        this.repository = repository;
        this.mails = mails;
        this.bulk = bulk;
        this.caller = caller;
        this.clock = clock;
        this.real = real;
    }

    @Transactional
    Written<RecipientView> put(String key, PutRecipient command, @Nullable IfMatch ifMatch) {
        Recipient wanted = command.named(key);
        checkPause(wanted);
        repository.queueFor(wanted);
        Optional<StoredRecipient> there = repository.findLocked(key);
        StoredRecipient now =
                repository.put(
                        there,
                        there.map(found -> shown(found).etag()).orElse(null),
                        ifMatch,
                        found -> found.says(wanted),
                        () -> new StoredRecipient(alone(wanted), stamp()),
                        found -> found.become(alone(wanted), stamp()));
        repository.write();
        return Written.of(shown(now), there.isEmpty());
    }

    /**
     * The same, if nobody else has its address or subject.
     *
     * @throws Conflict that names who has
     */
    private Recipient alone(Recipient wanted) {
        Fault taken = taken(Map.of(wanted.id(), wanted)).get(wanted.id());
        if (taken != null) {
            throw taken;
        }
        return wanted;
    }

    Versioned<RecipientView> get(String key) {
        return repository
                .findByIdOptional(key)
                .filter(found -> isVisible(found.recipient()))
                .map(found -> Versioned.of(shown(found)))
                .orElseThrow(() -> NotFound.of("recipient", key));
    }

    Page<RecipientView> list(RecipientFilter filter, Paging paging) {
        String only = caller.onlyUnit();
        RecipientFilter visible = only == null ? filter : filter.ofUnit(only);
        Page<StoredRecipient> page =
                Lists.page(repository.matching(visible), paging, Function.identity());
        Map<String, MailFailure> failures = failures(page.items());
        return page.with(
                page.items().stream()
                        .map(one -> RecipientView.of(one, failures.get(one.key())))
                        .toList());
    }

    /** All of them, without what is wrong with their addresses. */
    @Transactional
    void each(RecipientFilter filter, Consumer<RecipientView> sink) {
        String only = caller.onlyUnit();
        Lists.each(
                repository.matching(only == null ? filter : filter.ofUnit(only)),
                recipient -> RecipientView.of(recipient, null),
                sink);
    }

    @Transactional
    void delete(String key, @Nullable IfMatch ifMatch) {
        StoredRecipient there =
                repository.findLocked(key).orElseThrow(() -> NotFound.of("recipient", key));
        IfMatch.require(ifMatch, shown(there).etag());
        repository.delete(there);
    }

    private boolean isVisible(Recipient recipient) {
        return recipient.isSeenBy(caller.onlyUnit());
    }

    /** Whoever has one of their mails can do nothing by it any more. */
    @Transactional
    Versioned<RecipientView> revokeLinks(String key) {
        StoredRecipient there =
                repository.findLocked(key).orElseThrow(() -> NotFound.of("recipient", key));
        there.revokeLinks(stamp());
        repository.write();
        return Versioned.of(shown(there));
    }

    /** With what is wrong with the address. */
    private RecipientView shown(StoredRecipient recipient) {
        return RecipientView.of(recipient, failures(List.of(recipient)).get(recipient.key()));
    }

    private Map<String, MailFailure> failures(List<StoredRecipient> recipients) {
        return mails.failures(
                recipients.stream().collect(toMap(StoredRecipient::key, StoredRecipient::email)));
    }

    /**
     * Each line answers for itself; the good ones are written together. Those that change nothing
     * keep their revision, so that a nightly load of the same people is quiet.
     */
    @Transactional
    List<Outcome> putAll(List<Line<ObjectNode>> lines) {
        Map<String, Recipient> good = new LinkedHashMap<>();
        List<Line<Recipient>> read =
                lines.stream().map(line -> line.map(object -> read(object, good))).toList();
        return write(read, good);
    }

    /** The same of lines that are a post each: all of one key together are a recipient. */
    @Transactional
    List<Outcome> putPosts(List<PostLine<ObjectNode>> lines) {
        PostLines posts =
                PostLines.of(lines.stream().map(line -> line.map(this::recipient)).toList());
        return write(posts.lines(), posts.recipients());
    }

    private List<Outcome> write(List<Line<Recipient>> read, Map<String, Recipient> good) {
        repository.lockAll();
        Map<String, StoredRecipient> there = repository.findAll(good.keySet());
        Map<String, Fault> taken = taken(good);
        Map<String, StoredRecipient> now = new HashMap<>(there);
        Stamp stamp = stamp();
        for (Recipient wanted : good.values()) {
            StoredRecipient found = there.get(wanted.id());
            if (taken.containsKey(wanted.id())) {
                continue;
            }
            if (found == null) {
                var created = new StoredRecipient(wanted, stamp);
                repository.persist(created);
                now.put(created.key(), created);
                continue;
            }
            Recipient kept = found.withOwnPause(wanted);
            if (!found.says(kept)) {
                found.become(kept, stamp);
            }
        }
        repository.write();
        Map<String, MailFailure> failures = failures(List.copyOf(now.values()));
        return Line.each(
                read,
                (number, recipient) -> {
                    Fault refused = taken.get(recipient.id());
                    if (refused != null) {
                        throw refused;
                    }
                    return Outcome.accepted(
                            number,
                            there.containsKey(recipient.id()) ? 200 : 201,
                            Map.of(
                                    "recipient",
                                    recipient.id(),
                                    "etag",
                                    RecipientView.etag(
                                            Objects.requireNonNull(now.get(recipient.id())),
                                            failures.get(recipient.id()))));
                });
    }

    /**
     * Why some of them cannot be written together: an address, or a subject, is one recipient's.
     */
    private Map<String, Fault> taken(Map<String, Recipient> wanted) {
        Map<String, Fault> taken = new HashMap<>();
        taken.putAll(
                Taken.among(
                        wanted,
                        recipient -> recipient.email().toLowerCase(Locale.ROOT),
                        repository::holdersOfEmails,
                        Taken.ADDRESS));
        Map<String, Recipient> left = new LinkedHashMap<>(wanted);
        left.keySet().removeAll(taken.keySet());
        taken.putAll(
                Taken.among(
                        left, Recipient::subject, repository::holdersOfSubjects, Taken.SUBJECT));
        return taken;
    }

    /** Reads a line and puts it to the earlier good ones. */
    private Recipient read(ObjectNode line, Map<String, Recipient> good) {
        Recipient recipient = recipient(line);
        if (good.putIfAbsent(recipient.id(), recipient) != null) {
            throw RuleBroken.at(
                    "duplicate-line",
                    "/recipient",
                    Message.of("An earlier line is for the same recipient."));
        }
        return recipient;
    }

    /** A line is what a PUT takes, with the key beside it. */
    private Recipient recipient(ObjectNode line) {
        JsonNode key = line.path("recipient");
        if (!key.isTextual() || !KEY.matcher(key.textValue()).matches()) {
            throw new Malformed(
                    "bad-request",
                    Message.of("The request breaks a constraint of the contract."),
                    List.of(
                            FieldError.at(
                                    "/recipient",
                                    Message.of(
                                            "recipient is 1 to 64 small letters, digits, dots, hyphens and underscores, beginning with a letter or digit, such as slk-legal-head"))));
        }
        ObjectNode content = line.deepCopy().without("recipient");
        Recipient recipient = bulk.value(content, PutRecipient.class).named(key.textValue());
        checkPause(recipient);
        return recipient;
    }

    /** Nobody is silenced for good by a pause: it ends. */
    private void checkPause(Recipient recipient) {
        LocalDate until = recipient.pausedUntil();
        LocalDate latest =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(LONGEST_PAUSE_DAYS);
        if (until != null && until.isAfter(latest)) {
            throw RuleBroken.at(
                    "pause-too-long",
                    "/pausedUntil",
                    Message.of(
                            "A pause ends within %d days, here by %s.",
                            LONGEST_PAUSE_DAYS, latest));
        }
    }

    private Stamp stamp() {
        return new Stamp(real.instant(), caller.subject());
    }
}
