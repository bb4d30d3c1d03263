package org.kongdee.rubric.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.kongdee.web.me.UnitTitles;
import org.kongdee.web.text.LocalizedText;

/** Tells callers what their unit is called. */
@ApplicationScoped
class TitlesOfUnits implements UnitTitles {

    private final UnitRepository repository;

    TitlesOfUnits(UnitRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<LocalizedText> of(String unit) {
        return repository.findByIdOptional(unit).map(Unit::title);
    }
}
