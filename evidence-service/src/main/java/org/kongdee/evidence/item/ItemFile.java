package org.kongdee.evidence.item;

import jakarta.persistence.CascadeType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.Content;
import org.kongdee.evidence.content.ContentStatus;

/** A file of an item; after a purge it has neither bytes nor name. */
@Entity
@Table(name = "file")
class ItemFile {

    @EmbeddedId private FileId id;
    private @Nullable String name;
    private String mediaType;
    private long size;

    @ManyToOne(cascade = CascadeType.DETACH)
    @JoinColumn(name = "sha256")
    private @Nullable Content content;

    /** For Hibernate. */
    protected ItemFile() {}

    void purge() {
        name = null;
        content = null;
    }

    int number() {
        return id.number();
    }

    String name() {
        return name == null ? "" : name;
    }

    long size() {
        return size;
    }

    @Nullable ContentStatus status() {
        return content == null ? null : content.status();
    }

    /** Whether an item may be accepted with it; a purged file keeps nobody. */
    boolean isClean() {
        return content == null || content.status() == ContentStatus.CLEAN;
    }

    FileView view() {
        return new FileView(
                id.number(),
                name,
                mediaType,
                size,
                status(),
                content == null ? null : content.verdict(),
                content == null ? null : content.sha256());
    }
}
