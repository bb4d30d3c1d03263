package org.kongdee.web.me;

import java.util.Optional;
import org.kongdee.web.text.LocalizedText;

/** What units are called. A service that knows them has a bean of it. */
public interface UnitTitles {

    Optional<LocalizedText> of(String unit);
}
