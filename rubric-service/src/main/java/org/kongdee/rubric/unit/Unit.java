package org.kongdee.rubric.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.LocalizedText;

/**
 * Who is scored: a division or an agency, and its sections. Units that are enrolled keep the
 * sections they had then.
 */
@Entity
class Unit extends Kept {

    @Id private String unit;
    private String titleEn;
    private String titleTh;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Section> sections;

    /** For Hibernate. */
    protected Unit() {}

    Unit(String unit, PutUnit wanted, Stamp stamp) {
        super(stamp);
        this.unit = unit;
        this.titleEn = wanted.title().en();
        this.titleTh = wanted.title().th();
        this.sections = wanted.sections();
    }

    boolean says(PutUnit wanted) {
        return title().equals(wanted.title()) && sections.equals(wanted.sections());
    }

    void become(PutUnit wanted, Stamp stamp) {
        titleEn = wanted.title().en();
        titleTh = wanted.title().th();
        sections = wanted.sections();
        changed(stamp);
    }

    String unit() {
        return unit;
    }

    LocalizedText title() {
        return new LocalizedText(titleEn, titleTh);
    }

    List<Section> sections() {
        return sections;
    }
}
