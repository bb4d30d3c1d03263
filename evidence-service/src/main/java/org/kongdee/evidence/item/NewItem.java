package org.kongdee.evidence.item;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.CollectionDays;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.SearchText;

/**
 * An item that is to be filed.
 *
 * @param days of the collection
 * @param version counts from 1
 * @param replaces the version before this one
 */
public record NewItem(
        UUID id,
        String collection,
        CollectionDays days,
        FileEvidence says,
        List<NewFile> files,
        int version,
        @Nullable UUID replaces) {

    public NewItem {
        files = NamesApart.of(files);
    }

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
                        files.stream()
                                .flatMap(
                                        file ->
                                                Stream.of(
                                                        file.name(), text(file.originalName())))));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** As it stands when it is filed. */
    ItemView view(List<FileView> filed, List<AlsoFiled> alsoFiled, Stamp stamp) {
        Counting counting =
                Counting.of(ItemStatus.PENDING, false, says.date(), days, days.at(stamp.at()));
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
                counting.counts(),
                counting.from(),
                counting.why(),
                alsoFiled,
                ItemView.etag(1, counting, alsoFiled));
    }
}
