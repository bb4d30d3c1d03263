package org.kongdee.evidence.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What the directory of a ZIP says of its entries. Refuses what would blow up or break out where
 * somebody unpacks it: bombs, archives in archives, paths that leave the folder, links, encrypted
 * entries that no scanner sees.
 */
final class ZipDirectory {

    static final int MAX_ENTRIES = 20_000;
    private static final int FILE_KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    private static final Set<String> ARCHIVES =
            Set.of(
                    "zip", "7z", "rar", "gz", "tgz", "bz2", "xz", "zst", "tar", "jar", "cab", "iso",
                    "lzh", "arj");

    /** By these names some system runs them, or opens them with their scripts. */
    private static final Set<String> PROGRAMS =
            Set.of(
                    "apk",
                    "app",
                    "appref-ms",
                    "bash",
                    "bat",
                    "chm",
                    "class",
                    "cmd",
                    "com",
                    "command",
                    "cpl",
                    "csh",
                    "deb",
                    "dll",
                    "dmg",
                    "docm",
                    "dotm",
                    "drv",
                    "exe",
                    "gadget",
                    "hlp",
                    "hta",
                    "htm",
                    "html",
                    "inf",
                    "ipa",
                    "iqy",
                    "js",
                    "jse",
                    "ksh",
                    "lnk",
                    "mht",
                    "mhtml",
                    "mjs",
                    "msc",
                    "msi",
                    "msp",
                    "mst",
                    "ocx",
                    "php",
                    "pif",
                    "pkg",
                    "pl",
                    "potm",
                    "ppam",
                    "ppsm",
                    "pptm",
                    "ps1",
                    "psm1",
                    "py",
                    "pyc",
                    "pyw",
                    "rb",
                    "reg",
                    "rpm",
                    "run",
                    "scf",
                    "scr",
                    "sh",
                    "sldm",
                    "slk",
                    "svg",
                    "swf",
                    "sys",
                    "url",
                    "vbe",
                    "vbs",
                    "wsf",
                    "wsh",
                    "xhtml",
                    "xla",
                    "xlam",
                    "xll",
                    "xlsm",
                    "xltm",
                    "zsh");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    private ZipDirectory() {}

    static void mustBeSafe(List<ZipArchiveEntry> entries, long size) throws NotTaken {
        if (entries.stream().allMatch(ZipArchiveEntry::isDirectory)) {
            throw new NotTaken(Refusal.EMPTY_ARCHIVE);
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String raw = new String(entry.getRawName(), StandardCharsets.UTF_8);
            mustBePlain(entry, entry.getName());
            mustBePlain(entry, raw);
            if (!names.add(unified(entry.getName()))) {
                throw new NotTaken(Refusal.TWO_NAMES, FileName.of(entry.getName()));
            }
        }
        sizesMustBeSane(entries, size);
    }

    private static void mustBePlain(ZipArchiveEntry entry, String path) throws NotTaken {
        FileName name = FileName.of(path);
        if (leavesFolder(path)) {
            throw new NotTaken(Refusal.LEAVES_FOLDER, name);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new NotTaken(Refusal.ENCRYPTED_ARCHIVE);
        }
        int kind = (int) (entry.getExternalAttributes() >> 16) & FILE_KIND;
        if (kind != 0 && kind != REGULAR && kind != FOLDER) {
            throw new NotTaken(Refusal.LINK, name);
        }
        if (!entry.isDirectory() && ARCHIVES.contains(name.extension())) {
            throw new NotTaken(Refusal.ARCHIVE_IN_ARCHIVE, name);
        }
        if (!entry.isDirectory() && PROGRAMS.contains(name.extension())) {
            throw new NotTaken(Refusal.PROGRAM_IN_ARCHIVE, name);
        }
    }

    private static void sizesMustBeSane(List<ZipArchiveEntry> entries, long size) throws NotTaken {
        long packed = 0;
        long unpacked = 0;
        for (ZipArchiveEntry entry : entries) {
            packed += Math.max(0, entry.getCompressedSize());
            unpacked += Math.max(0, entry.getSize());
            if (packed < 0 || unpacked < 0) {
                throw new NotTaken(Refusal.IMPOSSIBLE_SIZES);
            }
        }
        if (packed > size) {
            throw new NotTaken(Refusal.OVERLAP);
        }
        if (unpacked > Effort.FREE && unpacked / Effort.MAX_RATIO > size) {
            throw new NotTaken(Refusal.BOMB);
        }
        if (unpacked > Effort.MAX) {
            throw new NotTaken(Refusal.TOO_LARGE_UNPACKED);
        }
    }

    private static boolean leavesFolder(String path) {
        String slashes = path.replace('\\', '/');
        return slashes.startsWith("/")
                || DRIVE.matcher(slashes).lookingAt()
                || ("/" + slashes + "/").contains("/../")
                || slashes.indexOf('\0') >= 0;
    }

    /** As systems compare names that tell neither case nor spelling apart. */
    private static String unified(String path) {
        String slashes = path.replace('\\', '/');
        String file = slashes.endsWith("/") ? slashes.substring(0, slashes.length() - 1) : slashes;
        return Normalizer.normalize(file, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
