package org.kongdee.rubric.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.unit.UnitRepository.Stored;
import org.kongdee.rubric.unit.UnitRepository.Write;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.security.Caller;

/** Keeps units. An officer sees the own one only. */
@ApplicationScoped
public class UnitService {

    private final UnitRepository repository;
    private final Caller caller;
    private final Clock clock;

    UnitService(UnitRepository repository, Caller caller, Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.clock = clock;
    }

    Stored get(String unit) {
        caller.mustSee(unit);
        return repository.find(unit).orElseThrow(() -> NotFound.of("unit", unit));
    }

    @Transactional
    Page<Unit> list(Paging paging) {
        return Page.of(
                repository.page(only(), paging.offset(), paging.size()),
                paging,
                repository.count(only()));
    }

    @Transactional
    void stream(Consumer<Unit> sink) {
        repository.forEach(only(), sink);
    }

    @Transactional
    Written<Unit> put(String unit, PutUnit wanted, @Nullable IfMatch ifMatch) {
        Stored stored = repository.find(unit).orElse(null);
        Optional<Write> planned = plan(unit, wanted, ifMatch, stored);
        if (stored != null && planned.isEmpty()) {
            return new Written<>(stored.unit(), ETags.of(stored.revision()), false);
        }
        Write write = planned.orElseThrow();
        if (repository.write(List.of(write), clock.instant(), caller.subject()).isEmpty()) {
            throw new StaleVersion("Somebody else changed it at the same moment; read it again.");
        }
        return new Written<>(view(write), ETags.of(write.replaces() + 1), stored == null);
    }

    /** Each line answers for itself; the good ones are written together. */
    @Transactional
    List<Outcome> putAll(List<Line<UnitLine>> lines) {
        repository.lockAll();
        Map<String, Stored> stored = repository.findAll(keys(lines));
        var outcomes = new ArrayList<Outcome>();
        var writes = new LinkedHashMap<String, Write>();
        var seen = new HashSet<String>();
        for (Line<UnitLine> line : lines) {
            outcomes.add(
                    switch (line) {
                        case Line.Unreadable<UnitLine>(int number, Fault fault) ->
                                Outcome.rejected(number, fault);
                        case Line.Readable<UnitLine>(int number, UnitLine unit) ->
                                put(number, unit, stored.get(unit.unit()), seen, writes);
                    });
        }
        List<String> written =
                repository.write(List.copyOf(writes.values()), clock.instant(), caller.subject());
        if (written.size() != writes.size()) {
            throw new IllegalStateException("units changed under the lock");
        }
        return outcomes;
    }

    private static Outcome put(
            int number,
            UnitLine line,
            @Nullable Stored stored,
            Set<String> seen,
            Map<String, Write> writes) {
        try {
            if (!seen.add(line.unit())) {
                throw RuleBroken.at(
                        "duplicate-line", "/unit", "An earlier line is for the same unit.");
            }
            plan(line.unit(), line.content(), line.precondition(), stored)
                    .ifPresent(write -> writes.put(line.unit(), write));
            return Outcome.accepted(
                    number, stored == null ? 201 : 200, Map.of("unit", line.unit()));
        } catch (Fault fault) {
            return Outcome.rejected(number, fault);
        }
    }

    private static List<String> keys(List<Line<UnitLine>> lines) {
        return lines.stream()
                .flatMap(
                        line ->
                                line instanceof Line.Readable<UnitLine>(_, UnitLine unit)
                                        ? Stream.of(unit.unit())
                                        : Stream.empty())
                .toList();
    }

    /** What must be written; nothing if it is there already as wanted. */
    private static Optional<Write> plan(
            String unit, PutUnit wanted, @Nullable IfMatch ifMatch, @Nullable Stored stored) {
        if (stored == null) {
            IfMatch.refuseMissing(ifMatch);
            return Optional.of(new Write(unit, wanted, 0));
        }
        String etag = ETags.of(stored.revision());
        if (stored.unit().says(wanted)) {
            IfMatch.refuseStale(ifMatch, etag);
            return Optional.empty();
        }
        IfMatch.require(ifMatch, etag);
        return Optional.of(new Write(unit, wanted, stored.revision()));
    }

    private Unit view(Write write) {
        return new Unit(
                write.unit(), write.content().title(), write.content().sections(), clock.instant());
    }

    private @Nullable String only() {
        return caller.seesOwnUnitOnly() ? caller.unit().orElse("") : null;
    }
}
