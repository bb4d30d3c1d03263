package org.kongdee.evidence.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kongdee.evidence.change.ChangeRepository.Touched;
import org.kongdee.evidence.change.ChangesView.TouchedUnit;

/** Reads the change feed. */
@ApplicationScoped
public class ChangeService {

    private final ChangeRepository repository;

    ChangeService(ChangeRepository repository) {
        this.repository = repository;
    }

    @Transactional
    public ChangesView after(String collection, Cursor cursor, int limit) {
        List<Touched> touched = repository.after(collection, cursor.position(), limit + 1);
        boolean more = touched.size() > limit;
        List<Touched> shown = more ? touched.subList(0, limit) : touched;
        Map<String, List<String>> byUnit = new LinkedHashMap<>();
        shown.forEach(
                one ->
                        byUnit.computeIfAbsent(one.unit(), unit -> new ArrayList<>())
                                .add(one.slot()));
        Cursor next = shown.isEmpty() ? cursor : new Cursor(shown.getLast().position());
        return new ChangesView(
                byUnit.entrySet().stream()
                        .map(unit -> new TouchedUnit(unit.getKey(), unit.getValue()))
                        .toList(),
                next.toString(),
                more);
    }
}
