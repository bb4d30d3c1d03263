package org.kongdee.notification.link;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;

/**
 * What of a thing is the reader's part: the rows of their sections where each owes it by itself,
 * and the whole where it is owed jointly.
 *
 * @param rows at least one
 */
record Part(List<Deadline> rows) {

    /**
     * @param all the rows of the same thing, or the one that stands for it
     */
    static Part of(Recipient reader, List<Deadline> all) {
        List<Deadline> own =
                all.stream()
                        .filter(
                                row ->
                                        row.detail().section() != null
                                                && reader.worksIn(
                                                        row.unit(), row.detail().section()))
                        .toList();
        // It is owed jointly; or they are the director, or named, and their mail speaks of all.
        return new Part(own.isEmpty() ? all : own);
    }

    List<Deadline> open() {
        return rows.stream().filter(Deadline::isOpen).toList();
    }

    Deadline first() {
        return rows.getFirst();
    }

    /** What it is, by when, and whose. */
    List<String> lines(Wording wording) {
        Deadline deadline = first();
        String title = wording.text(deadline.title());
        return List.of(
                Stream.of(
                                deadline.unit(),
                                deadline.criterion() == null
                                        ? title
                                        : wording.criterion(
                                                        deadline.criterion(),
                                                        deadline.detail().criterionLabel())
                                                + " "
                                                + title,
                                deadline.due() == null
                                        ? wording.phrase(Phrase.NO_DATE)
                                        : wording.due(deadline.due()))
                        .collect(Collectors.joining(" · ")));
    }

    /** Whose it settles. */
    String whose(Wording wording) {
        List<String> names = rows.stream().flatMap(row -> names(row, wording)).distinct().toList();
        return wording.phrase(isJoint() ? Phrase.SETTLES_JOINTLY : Phrase.SETTLES)
                + " "
                + (names.isEmpty() ? first().unit() : String.join(", ", names));
    }

    /** Whether more than one owe it together. */
    private boolean isJoint() {
        Deadline deadline = first();
        return deadline.detail().section() == null
                && (deadline.isForEverySection()
                        || deadline.sections().size() + deadline.persons().size() > 1);
    }

    private static Stream<String> names(Deadline row, Wording wording) {
        List<SectionTitle> titles = row.detail().ownerTitles();
        return titles.isEmpty()
                ? Stream.concat(row.sections().stream(), row.persons().stream()).sorted()
                : titles.stream().map(title -> wording.text(title.title()));
    }
}
