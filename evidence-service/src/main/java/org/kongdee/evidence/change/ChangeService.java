package org.kongdee.evidence.change;

import static java.util.stream.Collectors.filtering;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kongdee.evidence.change.ChangeRepository.Touched;
import org.kongdee.evidence.change.ChangesView.TouchedUnit;

/** Reads the change feed. While nothing is touched, that writes nothing. */
@ApplicationScoped
class ChangeService {

    private final ChangeRepository repository;

    ChangeService(ChangeRepository repository) {
        this.repository = repository;
    }

    /**
     * @param limit slots at most
     */
    ChangesView after(Cursor cursor, int limit) {
        if (repository.hasFresh()) {
            QuarkusTransaction.requiringNew().run(repository::place);
        }
        List<Touched> touched = repository.after(cursor.position(), limit + 1);
        boolean more = touched.size() > limit;
        List<Touched> shown = more ? touched.subList(0, limit) : touched;
        Cursor next = shown.isEmpty() ? cursor : new Cursor(shown.getLast().position());
        return new ChangesView(byUnit(shown), next.toString(), more);
    }

    private static List<TouchedUnit> byUnit(List<Touched> touched) {
        record Unit(String collection, String unit) {}
        Map<Unit, List<String>> slots =
                touched.stream()
                        .collect(
                                groupingBy(
                                        one -> new Unit(one.collection(), one.unit()),
                                        LinkedHashMap::new,
                                        filtering(
                                                Touched::ofSlot,
                                                mapping(Touched::slot, toList()))));
        return slots.entrySet().stream()
                .map(
                        unit ->
                                new TouchedUnit(
                                        unit.getKey().collection(),
                                        unit.getKey().unit(),
                                        unit.getValue()))
                .toList();
    }
}
