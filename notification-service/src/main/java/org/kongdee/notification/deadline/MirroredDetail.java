package org.kongdee.notification.deadline;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.MilestoneDetail;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.web.text.LocalizedText;

/** What an obligation has more of if it is a milestone; only {@link MilestoneRepository} writes. */
@Embeddable
class MirroredDetail {

    private @Nullable String code;
    private @Nullable String section;

    @Enumerated(EnumType.STRING)
    private @Nullable Each each;

    @Mutability(Immutability.class)
    private List<String> persons = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<SectionTitle> sectionTitles = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable LocalizedText criterionTitle;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable LocalizedText example;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Settled settled;

    @Mutability(Immutability.class)
    private List<String> open = List.of();

    @Nullable String code() {
        return code;
    }

    @Nullable Each each() {
        return each;
    }

    @Nullable Settled settled() {
        return settled;
    }

    List<String> open() {
        return open;
    }

    /** As planning sees it. */
    MilestoneDetail detail() {
        return new MilestoneDetail(
                section, sectionTitles, Set.copyOf(persons), criterionTitle, example);
    }
}
