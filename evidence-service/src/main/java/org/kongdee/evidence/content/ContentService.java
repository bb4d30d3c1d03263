package org.kongdee.evidence.content;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.kongdee.evidence.storage.Incoming;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.text.Message;

/**
 * Brings bytes into the storage and out of it so that whatever an item names is there. Storage and
 * database cannot commit together; so bytes are first held in the database, then published, then
 * named by an item in the transaction that ends the hold. A crash in between leaves a hold that
 * runs out, and the sweep removes what nobody needs, under the lock that a new hold would wait for.
 */
@ApplicationScoped
public class ContentService {

    private static final Logger LOG = Logger.getLogger(ContentService.class);
    private static final int BATCH = 100;

    private final ContentRepository repository;
    private final Storage storage;
    private final ContentConfig config;
    private final FirstStatus first;
    private final ContentVerdicts verdicts;
    private final ContentUse use;

    ContentService(
            ContentRepository repository,
            Storage storage,
            ContentConfig config,
            FirstStatus first,
            ContentVerdicts verdicts,
            ContentUse use) {
        this.repository = repository;
        this.verdicts = verdicts;
        this.use = use;
        this.storage = storage;
        this.config = config;
        this.first = first;
    }

    /**
     * Makes received bytes durable and holds them for {@code upload}. Not for use inside a
     * transaction.
     */
    public void keep(UUID upload, List<Incoming> received) throws IOException {
        for (Incoming incoming : received) {
            ContentStatus known =
                    repository.hold(
                            upload,
                            incoming.digest(),
                            incoming.size(),
                            first.status(),
                            config.hold());
            incoming.publish(known == ContentStatus.DAMAGED);
            if (known == ContentStatus.DAMAGED) {
                verdicts.healed(incoming.digest());
            }
        }
    }

    /**
     * Ends the holds of an upload in the transaction that names its bytes in an item.
     *
     * @param distinct how many different bytes were held
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void named(UUID upload, int distinct) {
        if (repository.release(upload) != distinct) {
            throw new Unavailable(
                    Message.of("The upload took too long to be filed; send it again."));
        }
    }

    /** Ends the holds of an upload that came to nothing, and removes what nobody else needs. */
    public void dropped(UUID upload, Set<Sha256> bytes) {
        QuarkusTransaction.requiringNew().run(() -> repository.release(upload));
        removeUnneeded(bytes);
    }

    /** Removes those of these bytes that nobody needs; a failure is left to the sweep. */
    public void removeUnneeded(Set<Sha256> bytes) {
        for (Sha256 sha256 : bytes) {
            try {
                QuarkusTransaction.requiringNew().run(() -> removeIfUnneeded(sha256));
            } catch (RuntimeException e) {
                LOG.warnf(e, "could not remove %s; the sweep will", sha256);
            }
        }
    }

    /**
     * The one place where stored bytes are removed. It is inside the transaction on purpose: the
     * lock on the row is what keeps an upload of the same bytes from relying on them meanwhile, so
     * whether they are needed is asked under it.
     */
    private boolean removeIfUnneeded(Sha256 sha256) {
        if (!repository.lock(sha256) || repository.isHeld(sha256) || use.isNamed(sha256)) {
            return false;
        }
        try {
            storage.remove(sha256);
        } catch (IOException e) {
            throw new IllegalStateException("the storage does not remove " + sha256, e);
        }
        repository.delete(sha256);
        return true;
    }

    /** Removes all bytes that nobody needs; how many there were. */
    public int sweep() throws IOException {
        int removed = 0;
        for (Sha256 orphan : use.orphans(10_000)) {
            if (QuarkusTransaction.requiringNew().call(() -> removeIfUnneeded(orphan))) {
                removed++;
            }
        }
        return removed;
    }

    /**
     * Gives a row to stored bytes that have none, which happens only if the database lost a hold in
     * a power cut or was restored from an older backup; the next sweep removes them.
     */
    public int adoptStrays() throws IOException {
        var batch = new HashSet<Sha256>();
        var strays = new ArrayList<Integer>();
        storage.list(
                sha256 -> {
                    batch.add(sha256);
                    if (batch.size() == BATCH) {
                        strays.add(repository.adopt(batch));
                        batch.clear();
                    }
                });
        strays.add(repository.adopt(batch));
        return strays.stream().mapToInt(Integer::intValue).sum();
    }
}
