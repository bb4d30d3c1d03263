package org.kongdee.notification.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Silence;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Shows what people are not told of, and lets an organiser have them told again. */
@ApplicationScoped
class SilenceService {

    private final SilenceRepository silences;
    private final RecipientRepository recipients;
    private final Caller caller;

    SilenceService(SilenceRepository silences, RecipientRepository recipients, Caller caller) {
        this.silences = silences;
        this.recipients = recipients;
        this.caller = caller;
    }

    Page<SilenceView> list(String recipient, Paging paging) {
        Optional<Recipient> visible =
                recipients.recipient(recipient).filter(r -> r.isSeenBy(caller.onlyUnit()));
        if (visible.isEmpty()) {
            throw NotFound.of("recipient", recipient);
        }
        return Lists.page(silences.ofRecipient(recipient), paging, StoredSilence::view);
    }

    @Transactional
    void end(Silence.Key key) {
        if (!silences.remove(key)) {
            throw new NotFound(
                    Message.of("Nothing is silenced for this recipient, deadline and due date."));
        }
    }
}
