package org.kongdee.evidence.binder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.CollectionView;
import org.kongdee.evidence.collection.Slot;
import org.kongdee.evidence.collection.UnitView;
import org.kongdee.evidence.item.FileView;
import org.kongdee.web.table.Csv;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/** What is in a binder, for people in a browser, for people in a spreadsheet, and for programs. */
final class BinderIndex {

    private static final List<String> COLUMNS =
            List.of(
                    "slot",
                    "title",
                    "kind",
                    "kindTitle",
                    "channel",
                    "section",
                    "date",
                    "file",
                    "name",
                    "link",
                    "sha256",
                    "uploadedBy",
                    "acceptedBy",
                    "id");

    private BinderIndex() {}

    /** The manifest: what a receiver needs to check that the binder is whole. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Manifest(String collection, String unit, Instant madeAt, List<Line> items) {

        /**
         * One file or link.
         *
         * @param name of the file, as it was sent
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Line(
                UUID id,
                String slot,
                String kind,
                String title,
                LocalDate date,
                @Nullable String link,
                @Nullable String path,
                @Nullable String name,
                @Nullable String mediaType,
                @Nullable Long size,
                @Nullable String sha256,
                @Nullable LocalizedText leftOut) {}
    }

    static Manifest manifest(
            CollectionView collection, UnitView unit, List<BinderEntry> entries, Instant madeAt) {
        return new Manifest(
                collection.collection(),
                unit.unit(),
                madeAt,
                entries.stream().map(BinderIndex::line).toList());
    }

    private static Manifest.Line line(BinderEntry entry) {
        FileView file = entry.file();
        return new Manifest.Line(
                entry.item().id(),
                entry.item().slot(),
                entry.item().kind(),
                entry.item().title(),
                entry.item().date(),
                file == null ? entry.item().link() : null,
                entry.path(),
                name(entry),
                file == null ? null : file.mediaType(),
                file == null ? null : file.size(),
                sha256(entry),
                leftOut(entry));
    }

    private static @Nullable String sha256(BinderEntry entry) {
        return entry.file() == null || entry.file().sha256() == null
                ? null
                : entry.file().sha256().hex();
    }

    /** As it was sent: in the path it may be shorter, and harmless. */
    private static @Nullable String name(BinderEntry entry) {
        FileView file = entry.file();
        if (file == null) {
            return null;
        }
        return file.originalName() == null ? file.name() : file.originalName();
    }

    /** Why a file is not in the ZIP; null for what is, and for links. */
    private static @Nullable LocalizedText leftOut(BinderEntry entry) {
        return entry.file() == null || entry.path() != null
                ? null
                : Message.of("left out, because the file is %s", entry.file().status()).inBoth();
    }

    static String csv(List<BinderEntry> entries) {
        return Csv.MARK
                + Stream.concat(Stream.of(COLUMNS), entries.stream().map(BinderIndex::cells))
                        .map(
                                row ->
                                        row.stream()
                                                .map(BinderIndex::cell)
                                                .collect(Collectors.joining(",", "", "\r\n")))
                        .collect(Collectors.joining());
    }

    private static List<String> cells(BinderEntry entry) {
        return Arrays.asList(
                entry.item().slot(),
                entry.item().title(),
                entry.item().kind(),
                kind(entry),
                text(entry.item().channel()),
                text(entry.item().section()),
                entry.item().date().toString(),
                text(entry.path() == null ? thai(leftOut(entry)) : entry.path()),
                text(name(entry)),
                text(entry.file() == null ? entry.item().link() : null),
                text(sha256(entry)),
                entry.item().uploadedBy(),
                entry.item().review() == null ? "" : entry.item().review().by(),
                entry.item().id().toString());
    }

    /** As people call it; of any word that is a kind there is no more than the word. */
    private static String kind(BinderEntry entry) {
        LocalizedText title = entry.slot().kindTitle(entry.item().kind());
        return title == null ? entry.item().kind() : title.th();
    }

    /** The index is Thai, as the titles in it are. */
    private static @Nullable String thai(@Nullable LocalizedText text) {
        return text == null ? null : text.th();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String cell(String text) {
        return Csv.quoted(Csv.harmless(text));
    }

    static String html(CollectionView collection, UnitView unit, List<BinderEntry> entries) {
        var html = new StringBuilder();
        html.append(
                """
                <!DOCTYPE html>
                <html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%1$s · %2$s</title>
                <style>body{font-family:Sarabun,"Noto Sans Thai",Tahoma,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5}
                h2{margin-top:2rem}small{color:#555}li{margin:.4rem 0}</style></head><body>
                <h1>%1$s</h1><p>%2$s · %3$s – %4$s</p>
                """
                        .formatted(
                                escaped(unit.title().th()),
                                escaped(collection.collection()),
                                collection.period().start(),
                                collection.period().end()));
        Slot slot = null;
        for (BinderEntry entry : entries) {
            if (!entry.slot().equals(slot)) {
                html.append(slot == null ? "" : "</ul>\n");
                slot = entry.slot();
                html.append(
                        "<h2>%s %s</h2><p lang=\"en\"><small>%s</small></p>\n<ul>\n"
                                .formatted(
                                        escaped(slot.code()),
                                        escaped(slot.title().th()),
                                        escaped(slot.title().en())));
            }
            html.append(
                    "<li>%s <small>%s · %s%s</small></li>\n"
                            .formatted(
                                    target(entry),
                                    entry.item().date(),
                                    escaped(kind(entry)),
                                    place(entry)));
        }
        return html.append(slot == null ? "" : "</ul>\n").append("</body></html>\n").toString();
    }

    private static String target(BinderEntry entry) {
        String title = escaped(entry.item().title());
        if (entry.path() != null) {
            return "<a href=\"%s\">%s</a>".formatted(escaped(href(entry.path())), title);
        }
        if (entry.file() != null) {
            return "%s (%s)".formatted(title, escaped(text(thai(leftOut(entry)))));
        }
        return "<a rel=\"noreferrer\" href=\"%s\">%s</a>"
                .formatted(escaped(text(entry.item().link())), title);
    }

    private static String place(BinderEntry entry) {
        return Stream.of(
                        text(entry.item().section()),
                        text(entry.item().channel()),
                        text(name(entry)))
                .filter(part -> !part.isEmpty())
                .map(part -> " · " + escaped(part))
                .collect(Collectors.joining());
    }

    private static String href(String path) {
        return Stream.of(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
