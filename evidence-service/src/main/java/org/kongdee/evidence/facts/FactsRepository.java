package org.kongdee.evidence.facts;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.facts.UnitFacts.Days;
import org.kongdee.evidence.facts.UnitFacts.FieldSet;
import org.kongdee.evidence.facts.UnitFacts.KindFacts;
import org.kongdee.evidence.facts.UnitFacts.SectionFacts;
import org.kongdee.evidence.facts.UnitFacts.SlotFacts;
import org.kongdee.web.sql.Json;

/**
 * Reckons facts, in one statement for one unit or for all. What counts: accepted items dated inside
 * the collection's period and not after {@code asOf}; with {@code pending} also those that wait and
 * could be accepted (all their files are clean), and then not those that they are to replace.
 * PostgreSQL's multiranges merge the coverages: of days, [1, 15] and [16, 31] are [1, 31].
 */
@Singleton
class FactsRepository {

    private static final int FETCH_SIZE = 1000;

    /** What waits for review and could be accepted: all its files are clean. */
    static final String WAITING =
            """
            select i.id, i.replaces from item i
             where i.collection = :collection and (cast(:unit as text) is null or i.unit = :unit) and i.status = 'PENDING'
               and not exists (select from file f join content b on b.sha256 = f.sha256
                                where f.item = i.id and b.status <> 'CLEAN')
            """;

    private static final String FACTS =
            "with waiting as ("
                    + WAITING
                    + """
               and :pending),
            counted as (
                select i.unit, i.slot, i.kind, i.channel, i.section, i.date, i.fields,
                       daterange(i.coverage_from, i.coverage_to, '[]') as days, i.coverage_from is not null as covers
                  from item i join collection c on c.code = i.collection
                 where i.collection = :collection
                   and (cast(:unit as text) is null or i.unit = :unit)
                   and (i.status = 'ACCEPTED' or (i.status = 'PENDING' and i.id in (select id from waiting)))
                   and i.date between c.period_start and c.period_end
                   and (cast(:asOf as date) is null or i.date <= :asOf)
                   and i.id not in (select replaces from waiting where replaces is not null)),
            kinds as (
                select unit, slot, kind, count(*) as count, min(date) as first, max(date) as last,
                       coalesce(array_agg(distinct channel) filter (where channel is not null), '{}') as channels,
                       range_agg(days) filter (where covers) as coverage
                  from counted group by unit, slot, kind),
            sections as (
                select unit, slot, kind,
                       jsonb_object_agg(section, jsonb_build_object('count', count, 'first', first)) as sections
                  from (select unit, slot, kind, section, count(*) as count, min(date) as first
                          from counted where section is not null group by unit, slot, kind, section) s
                 group by unit, slot, kind),
            field_sets as (
                select unit, slot, kind,
                       jsonb_agg(jsonb_build_object('fields', fields, 'count', count) order by fields) as field_sets
                  from (select unit, slot, kind, fields, count(*) as count
                          from counted where fields <> '{}' group by unit, slot, kind, fields) f
                 group by unit, slot, kind)
            select u.code as unit, k.slot, k.kind, k.count, k.first, k.last, k.channels, s.sections, f.field_sets,
                   (select jsonb_agg(jsonb_build_object('from', lower(d), 'to', upper(d) - 1) order by d)
                      from unnest(k.coverage) d) as coverage
              from unit u
              left join kinds k on k.unit = u.code
              left join slot p on p.collection = u.collection and p.code = k.slot
              left join sections s on (s.unit, s.slot, s.kind) = (k.unit, k.slot, k.kind)
              left join field_sets f on (f.unit, f.slot, f.kind) = (k.unit, k.slot, k.kind)
             where u.collection = :collection and (cast(:unit as text) is null or u.code = :unit)
             order by u.code, p.position, k.kind
            """;

    private final Jdbi jdbi;
    private final Json json;

    FactsRepository(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** One row of the statement; a unit without evidence has one without slot. */
    private record Row(String unit, @Nullable String slot, @Nullable KindFacts kind) {}

    /**
     * Hands over the facts unit by unit, as they arrive. Needs a transaction, so that rows are
     * fetched piecemeal.
     */
    void each(
            String collection,
            @Nullable String unit,
            @Nullable LocalDate asOf,
            boolean pending,
            Consumer<UnitFacts> each) {
        jdbi.useHandle(
                handle -> {
                    try (Stream<Row> rows =
                            handle
                                    .createQuery(FACTS)
                                    .bind("collection", collection)
                                    .bind("unit", unit)
                                    .bind("asOf", asOf)
                                    .bind("pending", pending)
                                    .setFetchSize(FETCH_SIZE)
                                    .map((row, context) -> row(row))
                                    .stream()) {
                        var gathering = new Gathering(each);
                        rows.forEach(gathering::add);
                        gathering.end();
                    }
                });
    }

    private Row row(ResultSet row) throws SQLException {
        String slot = row.getString("slot");
        return new Row(row.getString("unit"), slot, slot == null ? null : kind(row));
    }

    private KindFacts kind(ResultSet row) throws SQLException {
        return new KindFacts(
                row.getString("kind"),
                row.getLong("count"),
                List.of((String[]) row.getArray("channels").getArray()),
                sections(row.getString("sections")),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                list(row.getString("coverage"), Days.class),
                list(row.getString("field_sets"), FieldSet.class));
    }

    private SortedMap<String, SectionFacts> sections(@Nullable String text) {
        return text == null ? new TreeMap<>() : json.read(text, SectionMap.class);
    }

    private <T> List<T> list(@Nullable String text, Class<T> element) {
        return text == null ? List.of() : json.list(text, element);
    }

    /** Names the type for the JSON reader. */
    private static final class SectionMap extends TreeMap<String, SectionFacts> {
        private static final long serialVersionUID = 1L;
    }

    /** Makes units of rows that stand in the order of units, slots and kinds. */
    private static final class Gathering {

        private final Consumer<UnitFacts> each;
        private @Nullable String unit;
        private @Nullable String slot;
        private List<SlotFacts> slots = new ArrayList<>();
        private List<KindFacts> kinds = new ArrayList<>();

        Gathering(Consumer<UnitFacts> each) {
            this.each = each;
        }

        void add(Row row) {
            if (!row.unit().equals(unit)) {
                end();
                unit = row.unit();
            }
            if (row.slot() == null || row.kind() == null) {
                return;
            }
            if (!row.slot().equals(slot)) {
                endSlot();
                slot = row.slot();
            }
            kinds.add(row.kind());
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
            if (slot != null) {
                slots.add(new SlotFacts(slot, kinds));
            }
            slot = null;
            kinds = new ArrayList<>();
        }
    }
}
