package org.kongdee.evidence.item;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kongdee.evidence.file.FileName;

/**
 * Keeps the files of an item apart by their names, also on a system that tells no case apart: of
 * those with one name the second is numbered 2, and so on.
 */
final class NamesApart {

    private NamesApart() {}

    static List<NewFile> of(List<NewFile> files) {
        Set<String> taken = new HashSet<>();
        List<NewFile> apart = new ArrayList<>();
        for (NewFile file : files) {
            var name = new FileName(file.name());
            FileName free = name;
            for (int number = 2; !taken.add(asSystemsCompare(free)); number++) {
                free = name.numbered(number);
            }
            apart.add(file.named(free));
        }
        return List.copyOf(apart);
    }

    private static String asSystemsCompare(FileName name) {
        return Normalizer.normalize(name.value(), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
