package org.kongdee.rubric.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

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

    public Versioned<UnitView> get(String unit) {
        caller.mustSee(unit);
        return repository
                .findByIdOptional(unit)
                .map(found -> Versioned.of(UnitView.of(found)))
                .orElseThrow(() -> NotFound.of("unit", unit));
    }

    Page<UnitView> list(Paging paging) {
        return Lists.page(repository.inOrder(caller.onlyUnit()), paging, UnitView::of);
    }

    @Transactional
    void stream(Consumer<UnitView> sink) {
        Lists.each(repository.inOrder(caller.onlyUnit()), UnitView::of, sink);
    }

    /** The same as rows of a table. */
    @Transactional
    void table(Consumer<List<@Nullable Object>> sink) {
        Lists.each(
                repository.inOrder(caller.onlyUnit()), UnitTable::rows, rows -> rows.forEach(sink));
    }

    @Transactional
    Written<UnitView> put(String unit, PutUnit wanted, @Nullable IfMatch ifMatch) {
        return repository
                .put(
                        unit,
                        ifMatch,
                        there -> there.says(wanted),
                        () -> new Unit(unit, wanted, stamp()),
                        there -> there.become(wanted, stamp()))
                .map(UnitView::of);
    }

    /**
     * Each line answers for itself; the good ones are written together.
     *
     * @param overwrite whether a line without a precondition of its own writes over what is there
     */
    @Transactional
    List<Outcome> putAll(List<Line<UnitLine>> lines, boolean overwrite) {
        repository.lockAll();
        Map<String, Unit> units =
                repository.findAll(Line.values(lines).stream().map(UnitLine::unit).toList());
        var seen = new HashSet<String>();
        var written = new HashMap<Integer, Unit>();
        Stamp stamp = stamp();
        List<Outcome> outcomes =
                Line.each(
                        lines,
                        (number, line) -> {
                            if (!seen.add(line.unit())) {
                                throw duplicate();
                            }
                            Unit there = units.get(line.unit());
                            written.put(
                                    number,
                                    put(line, Optional.ofNullable(there), overwrite, stamp));
                            return Outcome.accepted(number, there == null ? 201 : 200);
                        });
        repository.write();
        return Outcome.tell(
                outcomes, written, unit -> Map.of("unit", unit.unit(), "etag", unit.etag()));
    }

    private Unit put(UnitLine line, Optional<Unit> unit, boolean overwrite, Stamp stamp) {
        PutUnit wanted = line.content();
        return repository.put(
                unit,
                IfMatch.ofLine(line.ifMatch(), overwrite && unit.isPresent()),
                there -> there.says(wanted),
                () -> new Unit(line.unit(), wanted, stamp),
                there -> there.become(wanted, stamp));
    }

    private static RuleBroken duplicate() {
        return RuleBroken.at(
                "duplicate-line", "/unit", Message.of("An earlier line is for the same unit."));
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }
}
