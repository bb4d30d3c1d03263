package org.kongdee.evidence.item;

import jakarta.persistence.CascadeType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.Content;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.web.text.LocalizedText;

/** A file of an item; after a purge it has neither bytes nor name. */
@Entity
@Table(name = "file")
class ItemFile {

    @EmbeddedId private FileId id;
    private @Nullable String name;
    private @Nullable String originalName;
    private String mediaType;
    private long size;

    @ManyToOne(cascade = CascadeType.DETACH)
    @JoinColumn(name = "sha256")
    private @Nullable Content content;

    private @Nullable Instant scanAfter;

    /** For Hibernate. */
    protected ItemFile() {}

    void purge() {
        name = null;
        originalName = null;
        content = null;
        scanAfter = null;
    }

    int number() {
        return id.number();
    }

    /** What it can be searched by. */
    Stream<String> names() {
        return Stream.of(name, originalName).filter(Objects::nonNull);
    }

    long size() {
        return size;
    }

    /** While it waits for the antivirus, it is told nothing of what is known of its bytes. */
    @Nullable ContentStatus status() {
        if (content == null) {
            return null;
        }
        return scanAfter == null ? content.status() : ContentStatus.SCANNING;
    }

    private @Nullable LocalizedText note() {
        return content == null || scanAfter != null ? null : content.verdict();
    }

    /** Whether an item may be accepted with it; a purged file keeps nobody. */
    boolean isGiven() {
        ContentStatus status = status();
        return status == null || status.isGiven();
    }

    FileView view() {
        return new FileView(
                id.number(),
                name,
                originalName,
                mediaType,
                size,
                status(),
                note(),
                content == null ? null : content.sha256());
    }
}
