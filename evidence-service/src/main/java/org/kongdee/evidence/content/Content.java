package org.kongdee.evidence.content;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.text.LocalizedText;

/**
 * Some stored bytes, as the files that have them see them. Jobs, uploads and removals change them
 * side by side, each by a guarded statement of {@link ContentRepository}; nobody does so here.
 */
@Entity
@Immutable
public class Content {

    @Id private String sha256;

    @Enumerated(EnumType.STRING)
    private ContentStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable LocalizedText verdict;

    /** For Hibernate. */
    protected Content() {}

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    public ContentStatus status() {
        return status;
    }

    /** What the antivirus or the scrub found. */
    public @Nullable LocalizedText verdict() {
        return verdict;
    }
}
