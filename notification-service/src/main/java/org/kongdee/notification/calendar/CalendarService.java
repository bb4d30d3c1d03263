package org.kongdee.notification.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kongdee.notification.calendar.CalendarTokenResource.TokenView;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.deadline.Who;
import org.kongdee.notification.planning.Coverage;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.silence.SilenceRepository;
import org.kongdee.notification.wording.Wording;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Feeds of one's deadlines, for calendar programs, which cannot sign in. */
@ApplicationScoped
class CalendarService {

    private static final int TOKEN_BYTES = 32;

    /** One a device and program of theirs, and some to spare. */
    private static final int MOST_TOKENS = 10;

    private static final int BEHIND_DAYS = 366;
    private static final int AHEAD_DAYS = 732;

    private final SecureRandom random = new SecureRandom();
    private final CalendarTokenRepository tokens;
    private final RecipientRepository recipients;
    private final DeadlineRepository deadlines;
    private final SilenceRepository silences;
    private final Caller caller;
    private final Clock clock;
    private final Clock real;

    CalendarService(
            CalendarTokenRepository tokens,
            RecipientRepository recipients,
            DeadlineRepository deadlines,
            SilenceRepository silences,
            Caller caller,
            Clock clock,
            @SystemTime Clock real) {
        this.tokens = tokens;
        this.recipients = recipients;
        this.deadlines = deadlines;
        this.silences = silences;
        this.caller = caller;
        this.clock = clock;
        this.real = real;
    }

    /** A token with its secret, which is never shown again. */
    record Issued(TokenView token, String secret) {}

    /** The recipient is held, so that two at once are counted one after the other. */
    @Transactional
    Issued issue(String recipient) {
        String owner = visible(recipients.held(recipient), recipient).id();
        if (tokens.count("recipient", owner) >= MOST_TOKENS) {
            throw new Conflict(
                    "too-many-calendar-addresses",
                    Message.of(
                            "A recipient has at most %d calendar addresses; revoke one first.",
                            MOST_TOKENS));
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var token = new CalendarToken(owner, hash(secret), real.instant(), Who.calls(caller));
        tokens.persist(token);
        return new Issued(token.view(), secret);
    }

    List<TokenView> list(String recipient) {
        return tokens.of(visible(recipient).id()).stream().map(CalendarToken::view).toList();
    }

    @Transactional
    void revoke(String recipient, UUID id) {
        if (!tokens.remove(visible(recipient).id(), id)) {
            throw NotFound.of("calendar token", id.toString());
        }
    }

    @Transactional
    void revokeAll(String recipient) {
        tokens.removeAll(visible(recipient).id());
    }

    /** The feed of whoever the token belongs to. */
    byte[] feed(String secret) {
        Recipient recipient =
                tokens.withHash(hash(secret))
                        .flatMap(token -> recipients.recipient(token.recipient()))
                        .orElseThrow(() -> new NotFound(Message.of("There is no such calendar.")));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Deadline> all =
                deadlines.concerning(
                        recipient.units(),
                        recipient.id(),
                        today.minusDays(BEHIND_DAYS),
                        today.plusDays(AHEAD_DAYS));
        List<Deadline> mine =
                Coverage.concerning(recipient, all, silences.of(List.of(recipient.id()))).stream()
                        .filter(deadline -> deadline.due() != null)
                        .sorted(Comparator.comparing(Deadline::day).thenComparing(Deadline::id))
                        .toList();
        // Of the day, not the second: an unchanged calendar stays the same bytes, and the same
        // ETag.
        Instant stamp = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return CalendarWriter.feed(mine, Wording.in(recipient.language()), stamp);
    }

    private Recipient visible(String recipient) {
        return visible(recipients.recipient(recipient), recipient);
    }

    private Recipient visible(Optional<Recipient> found, String recipient) {
        return found.filter(r -> r.isSeenBy(caller.onlyUnit()))
                .orElseThrow(() -> NotFound.of("recipient", recipient));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
