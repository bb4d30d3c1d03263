package org.kongdee.evidence.file;

import java.util.List;
import java.util.stream.Stream;
import org.kongdee.evidence.file.FileType.Refused;

/**
 * Why a file is not taken. A reason is one sentence: first the file's name, then what is
 * particular, at the end what is taken. {@code docs/evidence.md} shows this list as a table.
 */
enum Refusal {
    EMPTY("empty-file", "The file '%s' is empty; taken are %s.", "an empty file", ""),
    EMPTY_ARCHIVE(
            "empty-file",
            "The archive '%s' has no file in it; taken are %s.",
            "a ZIP without a file in it",
            ""),
    UNKNOWN(
            "file-type-not-taken",
            "The file '%s' is of no type that is known here; taken are %s.",
            "bytes of no known type",
            "whatever the name says"),
    NOT_TAKEN(
            "file-type-not-taken",
            "The file '%s' is %s, which is not taken here; taken are %s.",
            "any other type, such as EPUB, XLSB, Visio, AVIF or WAV",
            "the answer says what was found"),
    PROGRAM(
            "file-type-not-taken",
            "The file '%s' is a program or script (%s), which is never evidence; taken are %s.",
            "a program or script, a JAR",
            ""),
    ACTIVE(
            "file-type-not-taken",
            "The file '%s' is %s, which can carry scripts; send a picture or a PDF of it; taken are %s.",
            "HTML, SVG, XML",
            "it can carry scripts: send a picture or a PDF of it"),
    RICH_TEXT(
            "file-type-not-taken",
            "The file '%s' is RTF, which can carry programs; save it as DOCX or PDF; taken are %s.",
            "RTF",
            "it can carry programs: save it as DOCX or PDF"),
    MAIL(
            "file-type-not-taken",
            "The file '%s' is a mail, whose attachments nobody could check; send it as a PDF, and its attachments as files; taken are %s.",
            "a mail: Outlook's MSG, MIME, and plain text that is named .eml",
            "nobody could check its attachments: send it as a PDF, and these as files. A text that merely begins like a mail (`From:`) is a text"),
    OTHER_ARCHIVE(
            "file-type-not-taken",
            "The file '%s' is an archive (%s) that cannot be looked into here; send its files, or a ZIP; taken are %s.",
            "7z, RAR, gzip, tar",
            "send the files themselves, or a ZIP"),
    MACROS(
            "file-type-not-taken",
            "The file '%s' is %s with macros; save it without them; taken are %s.",
            "Office and OpenDocument files with macros: VBA, macro sheets, Basic or scripts, wherever they lie, also in a document within",
            "save it without them, or as a PDF"),
    OUTDATED(
            "file-type-not-taken",
            "The file '%s' is of Word 95 or before, whose macros cannot be told from the text; save it anew, or as a PDF; taken are %s.",
            "DOC of Word 95 or before",
            "its macros cannot be told from the text: save it anew"),
    UNREADABLE(
            "file-type-not-taken",
            "The file '%s' begins as an Office file of 97 to 2003 (OLE2) and is damaged; open it and save it anew; taken are %s.",
            "a damaged Office file of 97 to 2003",
            "open it and save it anew"),
    ENCRYPTED(
            "file-encrypted",
            "The file '%s' is %s that needs a password, so that nobody can read or check it; take the password off; taken are %s.",
            "PDF, Office and OpenDocument files that need a password",
            "nobody could read or check them: take the password off. A PDF that opens without one, and merely forbids to print, is taken"),
    ENDS_AS_ARCHIVE(
            "ambiguous-file",
            "The file '%s' begins as %s and ends as a ZIP archive; it is taken as neither; taken are %s.",
            "a file that begins as another type and ends as a ZIP",
            "which it is depends on who looks"),
    NOT_WHAT_IT_SAYS(
            "ambiguous-file",
            "The archive '%s' says that it is %s and is not made like that; it is taken as neither; taken are %s.",
            "a ZIP that calls itself OpenDocument or EPUB, with other contents than these",
            "save it anew with the program that made it"),
    TWO_DOCUMENTS(
            "ambiguous-file",
            "The file '%s' is %s and %s at once; it is taken as neither; taken are %s.",
            "an Office file that is two documents at once",
            ""),
    DAMAGED_ARCHIVE(
            "unsafe-archive",
            "The archive '%s' is damaged or incomplete; taken are %s.",
            "a damaged or incomplete ZIP",
            ""),
    STRAY_BYTES(
            "unsafe-archive",
            "The archive '%s' has bytes before, between or behind its entries that belong to none; taken are %s.",
            "a ZIP with bytes before, between or behind its entries",
            "another file may hide there, or a program that unpacks it"),
    OVERLAP(
            "unsafe-archive",
            "The archive '%s' has entries that overlap, as only bombs do; taken are %s.",
            "a ZIP of which entries overlap",
            "only bombs do that"),
    TOO_MANY_ENTRIES(
            "unsafe-archive",
            "The archive '%s' has more than %,d entries; taken are %s.",
            "a ZIP of more than 20,000 entries",
            ""),
    IMPOSSIBLE_SIZES(
            "unsafe-archive",
            "The archive '%s' has sizes that cannot be true; taken are %s.",
            "a ZIP with sizes that cannot be",
            ""),
    UNTRUE_SIZE(
            "unsafe-archive",
            "The archive '%s' is not true about the size of what is in it; taken are %s.",
            "a ZIP whose entries have other sizes than they claim",
            "every entry is unpacked to nowhere and counted"),
    BOMB(
            "unsafe-archive",
            "The archive '%s' would unpack to more than %d times its size; taken are %s.",
            "a ZIP that unpacks to more than a hundred times its size (100 MiB are free)",
            "with all that is packed in what is packed"),
    TOO_LARGE_UNPACKED(
            "unsafe-archive",
            "The archive '%s' would unpack to more than %,d bytes; taken are %s.",
            "a ZIP that unpacks to more than 16 GiB",
            ""),
    UNCHECKABLE(
            "unsafe-archive",
            "The archive '%s' holds '%s', which is packed in a way that cannot be checked here; taken are %s.",
            "a ZIP with an unusual compression, or with documents of over 256 MiB in it",
            "send these by themselves"),
    ENCRYPTED_ARCHIVE(
            "unsafe-archive",
            "The archive '%s' is encrypted, so that nobody can check it; taken are %s.",
            "an encrypted ZIP",
            "nobody could check it"),
    ARCHIVE_IN_ARCHIVE(
            "unsafe-archive",
            "The archive '%s' has another archive in it ('%s'); send the files of the inner one instead; taken are %s.",
            "a ZIP with another archive in it",
            "send the files of the inner one"),
    LEAVES_FOLDER(
            "unsafe-archive",
            "The archive '%s' has an entry whose path leaves its folder ('%s'); taken are %s.",
            "a ZIP with absolute paths, drives or `..`",
            "it would be unpacked to anywhere"),
    LINK(
            "unsafe-archive",
            "The archive '%s' has an entry that is no plain file ('%s'), such as a symbolic link; taken are %s.",
            "a ZIP with symbolic links, devices or pipes",
            "they point out of the archive"),
    TWO_NAMES(
            "unsafe-archive",
            "The archive '%s' has two names for one entry, or one for two ('%s'); taken are %s.",
            "a ZIP with two entries of one name (without regard to case), or an entry of two names",
            "which one is seen depends on who looks"),
    PROGRAM_IN_ARCHIVE(
            "unsafe-archive",
            "The archive '%s' has a program or script in it ('%s'); taken are %s.",
            "a ZIP with a program or script in it, by its bytes or by its name",
            "in an archive names stay as they are"),
    MACROS_IN_ARCHIVE(
            "unsafe-archive",
            "The archive '%s' holds '%s', which has macros; taken are %s.",
            "a ZIP with a document with macros in it",
            ""),
    PASSWORD_IN_ARCHIVE(
            "unsafe-archive",
            "The archive '%s' holds '%s', which needs a password; taken are %s.",
            "a ZIP with a document in it that needs a password",
            ""),
    OTHER_IN_ARCHIVE(
            "unsafe-archive",
            "The archive '%s' holds '%s', which would not be taken by itself; taken are %s.",
            "a ZIP with anything else in it that would be refused by itself",
            "");

    private final String slug;
    private final String sentence;
    private final String what;
    private final String why;

    Refusal(String slug, String sentence, String what, String why) {
        this.slug = slug;
        this.sentence = sentence;
        this.what = what;
        this.why = why;
    }

    Refused of(FileName name, List<Object> particulars, String taken) {
        Object[] arguments =
                Stream.of(Stream.of(name), particulars.stream(), Stream.of(taken))
                        .flatMap(all -> all)
                        .toArray();
        return new Refused(slug, sentence.formatted(arguments));
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
