package org.kongdee.evidence.collection;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.kongdee.web.text.LocalizedText;

/** A slot at its place among those of its collection, as its row has it. */
@Embeddable
record PlacedSlot(
        int position,
        String titleEn,
        String titleTh,
        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class) List<Kind> kinds,
        List<String> channels) {

    static PlacedSlot at(int position, Slot slot) {
        return new PlacedSlot(
                position, slot.title().en(), slot.title().th(), slot.kinds(), slot.channels());
    }

    Slot slot(String code) {
        return new Slot(code, new LocalizedText(titleEn, titleTh), kinds, channels);
    }
}
