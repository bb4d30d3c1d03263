package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentVerdicts;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.text.Message;

/**
 * The files of items that wait for the antivirus. Each goes before it by itself, also where the
 * same bytes did before: were they known to be clean at once, whoever files them would learn that
 * somebody else has them too.
 */
@ApplicationScoped
public class ItemScans {

    private final FileVerdictRepository files;
    private final ContentVerdicts contents;
    private final ItemVerdicts items;

    ItemScans(FileVerdictRepository files, ContentVerdicts contents, ItemVerdicts items) {
        this.files = files;
        this.contents = contents;
        this.items = items;
    }

    /** A file whose turn it is. */
    public record Due(FileId file, Sha256 sha256) {}

    /** Takes the file whose turn it is; nobody else gets it for {@code lease}. */
    @Transactional
    public Optional<Due> claim(Duration lease) {
        return files.claim(lease);
    }

    /**
     * The antivirus has looked at it.
     *
     * @param objection null if it has none
     */
    @Transactional
    public void scanned(Due due, @Nullable Message objection) {
        contents.scanned(due.sha256(), objection);
        // It shows what is true of its bytes now, and these may be damaged meanwhile.
        files.release(due.file())
                .ifPresent(shown -> items.tell(List.of(due.file()), shown.status(), shown.note()));
    }
}
