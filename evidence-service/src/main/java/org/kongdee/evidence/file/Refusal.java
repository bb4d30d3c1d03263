package org.kongdee.evidence.file;

import java.util.List;
import org.kongdee.evidence.file.FileType.Refused;
import org.kongdee.web.text.Message;

/**
 * Why a file is not taken. A reason is one sentence: first the file's name, then what is
 * particular, at the end what is taken. {@code docs/evidence.md} shows this list as a table.
 */
enum Refusal {
    EMPTY(
            "empty-file",
            (file, _) -> Message.of("The file '%s' is empty", file),
            "an empty file",
            ""),
    EMPTY_ARCHIVE(
            "empty-file",
            (file, _) -> Message.of("The archive '%s' has no file in it", file),
            "a ZIP without a file in it",
            ""),
    UNKNOWN(
            "file-type-not-taken",
            (file, _) -> Message.of("The file '%s' is of no type that is known here", file),
            "bytes of no known type",
            "whatever the name says"),
    NOT_TAKEN(
            "file-type-not-taken",
            (file, found) ->
                    Message.of(
                            "The file '%s' is %s, which is not taken here", file, found.getFirst()),
            "any other type, such as EPUB, XLSB, Visio, AVIF or WAV",
            "the answer says what was found"),
    PROGRAM(
            "file-type-not-taken",
            (file, found) ->
                    Message.of(
                            "The file '%s' is a program or script (%s), which is never evidence",
                            file, found.getFirst()),
            "a program or script, a JAR",
            ""),
    ACTIVE(
            "file-type-not-taken",
            (file, found) ->
                    Message.of(
                            "The file '%s' is %s, which can carry scripts; send a picture or a PDF of it",
                            file, found.getFirst()),
            "HTML, SVG, XML",
            "it can carry scripts: send a picture or a PDF of it"),
    RICH_TEXT(
            "file-type-not-taken",
            (file, _) ->
                    Message.of(
                            "The file '%s' is RTF, which can carry programs; save it as DOCX or PDF",
                            file),
            "RTF",
            "it can carry programs: save it as DOCX or PDF"),
    MAIL(
            "file-type-not-taken",
            (file, _) ->
                    Message.of(
                            "The file '%s' is a mail, whose attachments nobody could check; send it as a PDF, and its attachments as files",
                            file),
            "a mail: Outlook's MSG, MIME, and plain text that is named .eml",
            "nobody could check its attachments: send it as a PDF, and these as files. A text that merely begins like a mail (`From:`) is a text"),
    OTHER_ARCHIVE(
            "file-type-not-taken",
            (file, found) ->
                    Message.of(
                            "The file '%s' is an archive (%s) that cannot be looked into here; send its files, or a ZIP",
                            file, found.getFirst()),
            "7z, RAR, gzip, tar",
            "send the files themselves, or a ZIP"),
    MACROS(
            "file-type-not-taken",
            (file, found) ->
                    Message.of(
                            "The file '%s' is %s with macros; save it without them",
                            file, found.getFirst()),
            "Office and OpenDocument files with macros: VBA, macro sheets, Basic or scripts, wherever they lie, also in a document within",
            "save it without them, or as a PDF"),
    OUTDATED(
            "file-type-not-taken",
            (file, _) ->
                    Message.of(
                            "The file '%s' is of Word 95 or before, whose macros cannot be told from the text; save it anew, or as a PDF",
                            file),
            "DOC of Word 95 or before",
            "its macros cannot be told from the text: save it anew"),
    UNREADABLE(
            "file-type-not-taken",
            (file, _) ->
                    Message.of(
                            "The file '%s' begins as an Office file of 97 to 2003 (OLE2) and is damaged; open it and save it anew",
                            file),
            "a damaged Office file of 97 to 2003",
            "open it and save it anew"),
    ENCRYPTED(
            "file-encrypted",
            (file, found) ->
                    Message.of(
                            "The file '%s' is %s that needs a password, so that nobody can read or check it; take the password off",
                            file, found.getFirst()),
            "PDF, Office and OpenDocument files that need a password",
            "nobody could read or check them: take the password off. A PDF that opens without one, and merely forbids to print, is taken"),
    ENDS_AS_ARCHIVE(
            "ambiguous-file",
            (file, found) ->
                    Message.of(
                            "The file '%s' begins as %s and ends as a ZIP archive; it is taken as neither",
                            file, found.getFirst()),
            "a file that begins as another type and ends as a ZIP",
            "which it is depends on who looks"),
    NOT_WHAT_IT_SAYS(
            "ambiguous-file",
            (file, found) ->
                    Message.of(
                            "The archive '%s' says that it is %s and is not made like that; it is taken as neither",
                            file, found.getFirst()),
            "a ZIP that calls itself OpenDocument or EPUB, with other contents than these",
            "save it anew with the program that made it"),
    TWO_DOCUMENTS(
            "ambiguous-file",
            (file, found) ->
                    Message.of(
                            "The file '%s' is %s and %s at once; it is taken as neither",
                            file, found.get(0), found.get(1)),
            "an Office file that is two documents at once",
            ""),
    DAMAGED_ARCHIVE(
            "unsafe-archive",
            (file, _) -> Message.of("The archive '%s' is damaged or incomplete", file),
            "a damaged or incomplete ZIP",
            ""),
    STRAY_BYTES(
            "unsafe-archive",
            (file, _) ->
                    Message.of(
                            "The archive '%s' has bytes before, between or behind its entries that belong to none",
                            file),
            "a ZIP with bytes before, between or behind its entries",
            "another file may hide there, or a program that unpacks it"),
    OVERLAP(
            "unsafe-archive",
            (file, _) ->
                    Message.of("The archive '%s' has entries that overlap, as only bombs do", file),
            "a ZIP of which entries overlap",
            "only bombs do that"),
    TOO_MANY_ENTRIES(
            "unsafe-archive",
            (file, _) ->
                    Message.of(
                            "The archive '%s' has more than %,d entries",
                            file, ZipDirectory.MAX_ENTRIES),
            "a ZIP of more than 20,000 entries",
            ""),
    IMPOSSIBLE_SIZES(
            "unsafe-archive",
            (file, _) -> Message.of("The archive '%s' has sizes that cannot be true", file),
            "a ZIP with sizes that cannot be",
            ""),
    UNTRUE_SIZE(
            "unsafe-archive",
            (file, _) ->
                    Message.of(
                            "The archive '%s' is not true about the size of what is in it", file),
            "a ZIP whose entries have other sizes than they claim",
            "every entry is unpacked to nowhere and counted"),
    BOMB(
            "unsafe-archive",
            (file, _) ->
                    Message.of(
                            "The archive '%s' would unpack to more than %d times its size",
                            file, Effort.MAX_RATIO),
            "a ZIP that unpacks to more than a hundred times its size (100 MiB are free)",
            "with all that is packed in what is packed"),
    TOO_LARGE_UNPACKED(
            "unsafe-archive",
            (file, _) ->
                    Message.of(
                            "The archive '%s' would unpack to more than %,d bytes",
                            file, Effort.MAX),
            "a ZIP that unpacks to more than 16 GiB",
            ""),
    UNCHECKABLE(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' holds '%s', which is packed in a way that cannot be checked here",
                            file, found.getFirst()),
            "a ZIP with an unusual compression, or with documents of over 256 MiB in it",
            "send these by themselves"),
    ENCRYPTED_ARCHIVE(
            "unsafe-archive",
            (file, _) ->
                    Message.of("The archive '%s' is encrypted, so that nobody can check it", file),
            "an encrypted ZIP",
            "nobody could check it"),
    ARCHIVE_IN_ARCHIVE(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' has another archive in it ('%s'); send the files of the inner one instead",
                            file, found.getFirst()),
            "a ZIP with another archive in it",
            "send the files of the inner one"),
    LEAVES_FOLDER(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' has an entry whose path leaves its folder ('%s')",
                            file, found.getFirst()),
            "a ZIP with absolute paths, drives or `..`",
            "it would be unpacked to anywhere"),
    LINK(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' has an entry that is no plain file ('%s'), such as a symbolic link",
                            file, found.getFirst()),
            "a ZIP with symbolic links, devices or pipes",
            "they point out of the archive"),
    TWO_NAMES(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' has two names for one entry, or one for two ('%s')",
                            file, found.getFirst()),
            "a ZIP with two entries of one name (without regard to case), or an entry of two names",
            "which one is seen depends on who looks"),
    PROGRAM_IN_ARCHIVE(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' has a program or script in it ('%s')",
                            file, found.getFirst()),
            "a ZIP with a program or script in it, by its bytes or by its name",
            "in an archive names stay as they are"),
    MACROS_IN_ARCHIVE(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' holds '%s', which has macros",
                            file, found.getFirst()),
            "a ZIP with a document with macros in it",
            ""),
    PASSWORD_IN_ARCHIVE(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' holds '%s', which needs a password",
                            file, found.getFirst()),
            "a ZIP with a document in it that needs a password",
            ""),
    OTHER_IN_ARCHIVE(
            "unsafe-archive",
            (file, found) ->
                    Message.of(
                            "The archive '%s' holds '%s', which would not be taken by itself",
                            file, found.getFirst()),
            "a ZIP with anything else in it that would be refused by itself",
            "");

    private final String slug;
    private final Sentence sentence;
    private final String what;
    private final String why;

    Refusal(String slug, Sentence sentence, String what, String why) {
        this.slug = slug;
        this.sentence = sentence;
        this.what = what;
        this.why = why;
    }

    /** What is the matter with a file of this name, of which that was found. */
    private interface Sentence {
        Message of(FileName file, List<Object> found);
    }

    Refused of(FileName name, List<Object> found, List<String> taken) {
        return new Refused(slug, Message.of("%s; taken are %s.", sentence.of(name, found), taken));
    }

    String slug() {
        return slug;
    }

    /** For the documentation: what is refused. */
    String what() {
        return what;
    }

    /** For the documentation: why, or what to do instead. */
    String why() {
        return why;
    }
}
