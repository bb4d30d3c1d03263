package org.kongdee.evidence.file;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file name that is harmless everywhere and still readable. What a client sends is a hint from
 * outside: paths, control and invisible characters (among them those that turn the writing
 * direction), characters that some system forbids, and names that Windows keeps for devices are
 * taken out; Thai, and every other script, stays.
 */
public record FileName(String value) {

    /** What every common file system takes. */
    private static final int MAX_BYTES = 255;

    private static final int MAX_EXTENSION = 16;
    private static final String NAMELESS = "file";

    /**
     * Control, format (bidi, zero width), unassigned, private and half characters, line and
     * paragraph separators.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern FORBIDDEN_SOMEWHERE = Pattern.compile("[<>:\"/\\\\|?*]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION =
            Pattern.compile("\\.([\\p{L}\\p{N}]{1," + MAX_EXTENSION + "})$");

    /** Makes a harmless name of what a client sent. */
    public static FileName of(String sent) {
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = INVISIBLE.matcher(name).replaceAll("");
        name = FORBIDDEN_SOMEWHERE.matcher(name).replaceAll("_");
        name = SPACES.matcher(name).replaceAll(" ");
        name = trimmed(name);
        if (name.isEmpty()) {
            name = NAMELESS;
        }
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        return new FileName(shortened(name, MAX_BYTES));
    }

    /**
     * Part of a name, such as a title, without an extension of its own; at most {@code maxBytes}
     * long in UTF-8.
     */
    public static String part(String text, int maxBytes) {
        return trimmed(cut(of(text.replace('/', '_').replace('\\', '_')).value(), maxBytes));
    }

    /** The name with a number behind its stem, for one that is taken. */
    public FileName numbered(int number) {
        return new FileName(cutBefore(" (%d)".formatted(number), value, MAX_BYTES));
    }

    /** The name with its extension, at most so long in UTF-8. */
    public FileName atMost(int maxBytes) {
        return new FileName(shortened(value, maxBytes));
    }

    /** The extension in lower case, without its dot; empty if there is none. */
    public String extension() {
        var matcher = EXTENSION.matcher(value);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The name with another extension behind it, for one that does not tell what the file is. */
    FileName with(String extension) {
        return of(value + "." + extension);
    }

    /** No dots or spaces at the ends: Windows drops them, and a leading dot hides a file. */
    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isDotOrSpace(name.charAt(start))) {
            start++;
        }
        while (end > start && isDotOrSpace(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isDotOrSpace(char c) {
        return c == '.' || c == ' ';
    }

    private static String shortened(String name, int maxBytes) {
        return bytes(name) <= maxBytes ? name : cutBefore("", name, maxBytes);
    }

    /** The name with a suffix behind its stem, which is cut so that all fits. */
    private static String cutBefore(String suffix, String name, int maxBytes) {
        String extension = ending(name);
        String stem = name.substring(0, name.length() - extension.length());
        String end = suffix + extension;
        return trimmed(cut(stem, maxBytes - bytes(end))) + end;
    }

    /** The extension as it stands, with its dot. */
    private static String ending(String name) {
        var matcher = EXTENSION.matcher(name);
        return matcher.find() ? matcher.group() : "";
    }

    /**
     * Cuts between characters as people see them: a Thai vowel or tone mark stays with its
     * consonant.
     */
    private static String cut(String text, int maxBytes) {
        if (bytes(text) <= maxBytes) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        int length = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            length += bytes(text.substring(end, next));
            if (length > maxBytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The {@code Content-Disposition} that saves the file under this name (RFC 6266, with RFC
     * 8187's encoding).
     */
    public String asAttachment() {
        var ascii = new StringBuilder();
        value.codePoints()
                .forEach(
                        c ->
                                ascii.append(
                                        c < 0x20 || c > 0x7e || c == '"' || c == '\\' || c == '%'
                                                ? "_"
                                                : Character.toString(c)));
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded());
    }

    private String encoded() {
        var encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c < 0x80 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
