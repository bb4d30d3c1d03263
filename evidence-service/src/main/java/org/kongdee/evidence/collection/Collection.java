package org.kongdee.evidence.collection;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.BatchSize;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;

/** What evidence is gathered for, and the slots that it may be filed in. */
@Entity
class Collection extends Kept {

    @Id private String code;
    private LocalDate periodStart;
    private LocalDate periodEnd;
    private ZoneId timeZone;

    @Enumerated(EnumType.STRING)
    private CollectionStatus status;

    @Enumerated(EnumType.STRING)
    private ReviewMode review;

    @ElementCollection
    @CollectionTable(name = "slot", joinColumns = @JoinColumn(name = "collection"))
    @MapKeyColumn(name = "code")
    @BatchSize(size = 200)
    private Map<String, PlacedSlot> slots = new LinkedHashMap<>();

    /** For Hibernate. */
    protected Collection() {}

    Collection(String code, PutCollection wanted, Stamp stamp) {
        super(stamp);
        this.code = code;
        say(wanted);
    }

    boolean says(PutCollection wanted) {
        return period().equals(wanted.period())
                && timeZone.equals(wanted.timeZone())
                && status == wanted.status()
                && review == wanted.review()
                && slots().equals(wanted.wantedSlots());
    }

    void become(PutCollection wanted, Stamp stamp) {
        say(wanted);
        changed(stamp);
    }

    private void say(PutCollection wanted) {
        periodStart = wanted.period().start();
        periodEnd = wanted.period().end();
        timeZone = wanted.timeZone();
        status = wanted.status();
        review = wanted.review();
        var placed = new LinkedHashMap<String, PlacedSlot>();
        for (Slot slot : wanted.wantedSlots()) {
            placed.put(slot.code(), PlacedSlot.at(placed.size() + 1, slot));
        }
        slots.keySet().retainAll(placed.keySet());
        slots.putAll(placed);
    }

    String code() {
        return code;
    }

    Period period() {
        return new Period(periodStart, periodEnd);
    }

    ZoneId timeZone() {
        return timeZone;
    }

    CollectionStatus status() {
        return status;
    }

    ReviewMode review() {
        return review;
    }

    /** In the order of the rubric. */
    List<Slot> slots() {
        var inOrder = new ArrayList<>(slots.entrySet());
        inOrder.sort(Map.Entry.comparingByValue(Comparator.comparing(PlacedSlot::position)));
        return inOrder.stream().map(slot -> slot.getValue().slot(slot.getKey())).toList();
    }
}
