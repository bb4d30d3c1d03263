package org.kongdee.evidence.facts;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.facts.UnitFacts.KindFacts;
import org.kongdee.evidence.facts.UnitFacts.SlotFacts;
import org.kongdee.evidence.item.ItemStatus;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/**
 * Reckons facts, in one statement for one unit or for all. What counts: accepted items dated inside
 * the collection's period and not after a day, which is today where none is asked for; with {@code
 * pending} also those that wait and could be accepted (all their files are given out), and then not
 * those that they are to replace. PostgreSQL's multiranges merge the coverages: of days, [1, 15]
 * and [16, 31] are [1, 31].
 *
 * <p>The statement groups once, by all that facts tell apart, and {@link KindTally} adds up what is
 * of one kind. Groups of their own for sections, fields and kinds, joined again, cost three times
 * as much where the planner knows their sizes, and far more where it doesn't.
 */
@Singleton
class FactsRepository {

    /** What waits for review and could be accepted: all its files are given out. */
    private static final String WAITING =
            """
            select i.id, coalesce(i.first_version, i.id) as first from item i
             where i.collection = :collection %s and i.status = 'PENDING'
               and not exists (select from file f join content b on b.sha256 = f.sha256
                                where f.item = i.id and (b.status not in %s or f.scan_after is not null))
            """;

    /** {@link #WAITING} of the unit {@code :unit}. */
    static final String WAITING_OF_UNIT =
            WAITING.formatted("and i.unit = :unit", ContentStatus.GIVEN_SQL);

    private static final String FACTS =
            """
            with waiting as (%s),
            counted as (
                select i.unit, i.slot, i.kind, i.section, i.fields, count(*) as count, min(i.date) as first, max(i.date) as last,
                       coalesce(array_agg(distinct i.channel) filter (where i.channel is not null), '{}') as channels,
                       range_agg(range_agg(daterange(i.coverage_from, i.coverage_to, '[]')) filter (where i.coverage_from is not null))
                           over (partition by i.unit, i.slot, i.kind) as coverage
                  from item i join collection c on c.code = i.collection
                 where i.collection = :collection and %s
                   and i.date between c.period_start and c.period_end
                 group by i.unit, i.slot, i.kind, i.fields, i.section)
            select u.code as unit, k.slot, k.kind, k.section, k.fields, k.count, k.first, k.last, k.channels,
                   cast(k.coverage as text) as coverage
              from unit u
              left join counted k on k.unit = u.code
              left join slot p on p.collection = u.collection and p.code = k.slot
             where u.collection = :collection %s
             order by u.code, p.position, k.kind, k.fields, k.section
            """;

    private static final String ACCEPTED = "i.status = '%s'".formatted(ItemStatus.ACCEPTED);

    private static final String ACCEPTED_OR_WAITING =
            """
            (i.status = 'PENDING' and i.id in (select id from waiting)
                    or i.status = 'ACCEPTED' and coalesce(i.first_version, i.id) not in (select first from waiting))
            """;

    /** In the collection's zone. */
    private static final String UP_TO_TODAY =
            " and i.date <= cast(cast(:now as timestamptz) at time zone c.time_zone as date)";

    private final Sql sql;
    private final Clock clock;

    FactsRepository(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Hands over the facts unit by unit, as they arrive. */
    void each(
            String collection,
            @Nullable String unit,
            @Nullable LocalDate asOf,
            boolean pending,
            Consumer<UnitFacts> each) {
        var gathering = new Gathering(each);
        sql.each(
                statement(unit != null, asOf != null, pending),
                facts -> {
                    facts.text("collection", collection);
                    if (unit != null) {
                        facts.text("unit", unit);
                    }
                    if (asOf != null) {
                        facts.date("asOf", asOf);
                    } else {
                        facts.instant("now", clock.instant());
                    }
                },
                FactsRepository::row,
                gathering::add);
        gathering.end();
    }

    /**
     * A text for each kind of question: of one that leaves it to its parameters what is asked,
     * PostgreSQL makes a new plan every time, which takes longer than finding one unit's facts.
     */
    private static String statement(boolean ofOne, boolean upTo, boolean pending) {
        String counted = pending ? ACCEPTED_OR_WAITING : ACCEPTED;
        if (ofOne) {
            counted += " and i.unit = :unit";
        }
        counted += upTo ? " and i.date <= :asOf" : UP_TO_TODAY;
        return FACTS.formatted(
                ofOne ? WAITING_OF_UNIT : WAITING.formatted("", ContentStatus.GIVEN_SQL),
                counted,
                ofOne ? "and u.code = :unit" : "");
    }

    /** One row of the statement; a unit without evidence has one without group. */
    private record Found(String unit, @Nullable Group group) {}

    /**
     * Items of one slot and kind, of one section, with the same fields.
     *
     * @param coverage of all items of the slot and kind, as PostgreSQL writes a datemultirange
     */
    record Group(
            String slot,
            String kind,
            @Nullable String section,
            List<String> fields,
            long count,
            LocalDate first,
            LocalDate last,
            List<String> channels,
            @Nullable String coverage) {}

    private static Found row(Row row) throws SQLException {
        String unit = row.text("unit");
        String slot = row.textOrNull("slot");
        return slot == null
                ? new Found(unit, null)
                : new Found(
                        unit,
                        new Group(
                                slot,
                                row.text("kind"),
                                row.textOrNull("section"),
                                row.texts("fields"),
                                row.longNumber("count"),
                                row.date("first"),
                                row.date("last"),
                                row.texts("channels"),
                                row.textOrNull("coverage")));
    }

    /** Makes units of rows that stand in the order of units, slots and kinds. */
    private static final class Gathering {

        private final Consumer<UnitFacts> each;
        private @Nullable String unit;
        private @Nullable String slot;
        private @Nullable KindTally kind;
        private List<SlotFacts> slots = new ArrayList<>();
        private List<KindFacts> kinds = new ArrayList<>();

        Gathering(Consumer<UnitFacts> each) {
            this.each = each;
        }

        void add(Found row) {
            if (!row.unit().equals(unit)) {
                end();
                unit = row.unit();
            }
            Group group = row.group();
            if (group == null) {
                return;
            }
            if (!group.slot().equals(slot)) {
                endSlot();
                slot = group.slot();
            }
            if (kind == null || !kind.is(group)) {
                endKind();
                kind = new KindTally(group);
            }
            kind.add(group);
        }

        void end() {
            endSlot();
            if (unit != null) {
                each.accept(new UnitFacts(unit, slots));
            }
            unit = null;
            slots = new ArrayList<>();
        }

        private void endSlot() {
            endKind();
            if (slot != null) {
                slots.add(new SlotFacts(slot, kinds));
            }
            slot = null;
            kinds = new ArrayList<>();
        }

        private void endKind() {
            if (kind != null) {
                kinds.add(kind.facts());
            }
            kind = null;
        }
    }
}
