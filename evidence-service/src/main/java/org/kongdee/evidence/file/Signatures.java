package org.kongdee.evidence.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * By what the formats that are taken begin. Stricter than a list of magic numbers: two bytes alone,
 * as BMP and MP3 have them, are found in anything.
 */
final class Signatures {

    /** The brands of ISO media files (ISO/IEC 14496-12), as their first box names them. */
    private static final Map<String, FileFormat> BRANDS =
            Map.ofEntries(
                    Map.entry("M4A ", FileFormat.M4A),
                    Map.entry("M4B ", FileFormat.M4A),
                    Map.entry("qt  ", FileFormat.MOV),
                    Map.entry("heic", FileFormat.HEIC),
                    Map.entry("heix", FileFormat.HEIC),
                    Map.entry("heim", FileFormat.HEIC),
                    Map.entry("heis", FileFormat.HEIC),
                    Map.entry("hevc", FileFormat.HEIC),
                    Map.entry("mp41", FileFormat.MP4),
                    Map.entry("mp42", FileFormat.MP4),
                    Map.entry("isom", FileFormat.MP4),
                    Map.entry("iso2", FileFormat.MP4),
                    Map.entry("iso4", FileFormat.MP4),
                    Map.entry("iso5", FileFormat.MP4),
                    Map.entry("iso6", FileFormat.MP4),
                    Map.entry("avc1", FileFormat.MP4),
                    Map.entry("M4V ", FileFormat.MP4),
                    Map.entry("mmp4", FileFormat.MP4),
                    Map.entry("MSNV", FileFormat.MP4),
                    Map.entry("dash", FileFormat.MP4));

    /** The boxes by which QuickTime files begin that are older than brands. */
    private static final Set<String> QUICKTIME = Set.of("moov", "mdat", "wide", "free", "skip");

    private static final Set<Integer> BITMAP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

    private static final int[] MP3_BITRATES = {
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
    };
    private static final int[] MP3_BITRATES_LOW = {
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
    };
    private static final int[] MP3_RATES = {44_100, 48_000, 32_000};

    private Signatures() {}

    /** Which format begins so, of those that are no archives and no texts. */
    static Optional<FileFormat> of(byte[] head) {
        if (startOfPdf(head).isPresent()) {
            return Optional.of(FileFormat.PDF);
        }
        if (begins(head, 0xff, 0xd8, 0xff)) {
            return Optional.of(FileFormat.JPEG);
        }
        if (begins(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(FileFormat.PNG);
        }
        if (at(head, 0, "GIF87a") || at(head, 0, "GIF89a")) {
            return Optional.of(FileFormat.GIF);
        }
        if (at(head, 0, "RIFF") && at(head, 8, "WEBP")) {
            return Optional.of(FileFormat.WEBP);
        }
        if (at(head, 0, "II*\0") || at(head, 0, "MM\0*") || at(head, 0, "II+\0\b\0\0\0")) {
            return Optional.of(FileFormat.TIFF);
        }
        if (at(head, 0, "BM")
                && head.length >= 26
                && BITMAP_HEADERS.contains(littleEndian(head, 14))) {
            return Optional.of(FileFormat.BMP);
        }
        return isMp3(head) ? Optional.of(FileFormat.MP3) : media(head);
    }

    static boolean isZip(byte[] head) {
        return at(head, 0, "PK\3\4") || at(head, 0, "PK\5\6") || at(head, 0, "PK\7\b");
    }

    static boolean isCompoundFile(byte[] head) {
        return begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    }

    /** Programs of Windows, Linux, Java and macOS, and scripts that name their interpreter. */
    static boolean isProgram(byte[] head) {
        return at(head, 0, "MZ") && head.length >= 64 && at(head, littleEndian(head, 60), "PE\0\0")
                || at(head, 0, "#!/")
                || begins(head, 0x7f, 'E', 'L', 'F')
                || begins(head, 0xca, 0xfe, 0xba, 0xbe)
                || begins(head, 0xfe, 0xed, 0xfa, 0xce)
                || begins(head, 0xfe, 0xed, 0xfa, 0xcf)
                || begins(head, 0xce, 0xfa, 0xed, 0xfe)
                || begins(head, 0xcf, 0xfa, 0xed, 0xfe);
    }

    /** What was written before by mistake, a byte order mark or blanks, harms no reader. */
    static OptionalInt startOfPdf(byte[] head) {
        int start = begins(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
        while (start < head.length && start < 64 && head[start] <= ' ' && head[start] >= 0) {
            start++;
        }
        return at(head, start, "%PDF-") ? OptionalInt.of(start) : OptionalInt.empty();
    }

    private static Optional<FileFormat> media(byte[] head) {
        if (head.length < 12) {
            return Optional.empty();
        }
        String box = text(head, 4, 4);
        if (!box.equals("ftyp")) {
            return QUICKTIME.contains(box) ? Optional.of(FileFormat.MOV) : Optional.empty();
        }
        // The major brand, its version, and the brands that it is compatible with.
        int end = Math.min(head.length, Math.max(12, bigEndian(head, 0)));
        List<String> brands = new ArrayList<>(List.of(text(head, 8, 4)));
        for (int at = 16; at + 4 <= end; at += 4) {
            brands.add(text(head, at, 4));
        }
        if (brands.contains("avif") || brands.contains("avis")) {
            return Optional.empty();
        }
        return brands.stream().filter(BRANDS::containsKey).map(BRANDS::get).findFirst();
    }

    /** An ID3 tag, or two frames of which the second begins where the first one ends. */
    private static boolean isMp3(byte[] head) {
        if (at(head, 0, "ID3") && head.length >= 10) {
            return head[3] >= 2
                    && head[3] <= 4
                    && (head[6] | head[7] | head[8] | head[9]) >= 0
                    && head[4] != (byte) 0xff;
        }
        int first = frame(head, 0);
        return first > 0 && frame(head, first) > 0;
    }

    /** How long the MPEG layer III frame is that begins there; 0 if none does. */
    private static int frame(byte[] head, int at) {
        if (at + 4 > head.length || (head[at] & 0xff) != 0xff) {
            return 0;
        }
        int version = (head[at + 1] >> 3) & 3;
        int bitrate = (head[at + 2] >> 4) & 0xf;
        int rate = (head[at + 2] >> 2) & 3;
        boolean layer3 = (head[at + 1] & 0xe6) == 0xe2;
        if (!layer3 || version == 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return 0;
        }
        boolean full = version == 3;
        int bits = 1000 * (full ? MP3_BITRATES : MP3_BITRATES_LOW)[bitrate];
        int hertz = MP3_RATES[rate] / (full ? 1 : version == 2 ? 2 : 4);
        int padding = (head[at + 2] >> 1) & 1;
        return (full ? 144 : 72) * bits / hertz + padding;
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean at(byte[] head, int offset, String text) {
        return text(head, offset, text.length()).equals(text);
    }

    private static String text(byte[] head, int offset, int length) {
        return offset < 0 || offset > head.length - length
                ? ""
                : new String(Arrays.copyOfRange(head, offset, offset + length), ISO_8859_1);
    }

    private static int littleEndian(byte[] head, int at) {
        return Integer.reverseBytes(bigEndian(head, at));
    }

    private static int bigEndian(byte[] head, int at) {
        return (head[at] & 0xff) << 24
                | (head[at + 1] & 0xff) << 16
                | (head[at + 2] & 0xff) << 8
                | (head[at + 3] & 0xff);
    }
}
