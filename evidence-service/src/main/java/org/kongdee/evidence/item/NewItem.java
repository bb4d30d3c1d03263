package org.kongdee.evidence.item;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.SearchText;

/**
 * An item that is to be filed.
 *
 * @param version counts from 1
 * @param replaces the version before this one
 */
public record NewItem(
        UUID id,
        String collection,
        FileEvidence says,
        List<NewFile> files,
        int version,
        @Nullable UUID replaces) {

    /** What names none is filed where any word is a kind. */
    private static final String ANY_KIND = "evidence";

    String kind() {
        return says.kind() == null ? ANY_KIND : says.kind();
    }

    String description() {
        return text(says.description());
    }

    /** In one order, whoever files them. */
    List<String> fields() {
        return says.fields().stream().distinct().sorted().toList();
    }

    String search() {
        return SearchText.of(
                Stream.concat(
                        Stream.of(says.title(), description(), text(says.link())),
                        files.stream().map(NewFile::name)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** As it stands when it is filed. */
    ItemView view(List<FileView> filed, Stamp stamp) {
        return new ItemView(
                id,
                collection,
                says.unit(),
                says.slot(),
                kind(),
                says.channel(),
                says.section(),
                says.title(),
                description(),
                says.date(),
                says.coverage(),
                fields(),
                says.link(),
                says.link() == null ? null : LinkState.UNCHECKED,
                filed,
                ItemStatus.PENDING,
                version,
                replaces,
                stamp.by(),
                stamp.byName(),
                stamp.at(),
                null,
                null,
                1);
    }
}
