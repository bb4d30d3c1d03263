package org.kongdee.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds SQL to the rooms of a service. A room is a package; each table is owned by one of them,
 * which alone writes it. Rooms above the owner, whose code uses the owner's, may read it; rooms
 * below and beside may not name it at all.
 */
public final class TableCheck {

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?org\\.kongdee\\.[a-z]+\\.([a-z]+)\\.");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SQL =
            Pattern.compile(
                    "\\b(select|insert\\s+into|delete\\s+from|lock\\s+table|truncate|join|where|set)\\b");
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\b(?:insert\\s+into|(?<!for\\s)(?<!key\\s)update|delete\\s+from|truncate|lock\\s+table|merge\\s+into)\\s+([a-z_]+)");
    private static final String ONE = "[a-z_]+(?:\\s+(?:as\\s+)?[a-z_]+)?";
    private static final Pattern READ =
            Pattern.compile("\\b(?:from|join|using)\\s+(" + ONE + "(?:\\s*,\\s*" + ONE + ")*)");
    private static final Pattern CREATED = Pattern.compile("(?m)^create table ([a-z_]+)");

    private final Path sources;
    private final Map<String, String> owners = new TreeMap<>();
    private final Set<String> exceptions;

    private TableCheck(Path sources, Map<String, List<String>> tables, Set<String> exceptions) {
        this.sources = sources;
        this.exceptions = exceptions;
        tables.forEach((room, owned) -> owned.forEach(table -> owners.put(table, room)));
    }

    /**
     * Everything that names a table where it may not, and tables that nobody owns.
     *
     * @param sources the folder of the service's rooms
     * @param scripts the folder of its migrations
     * @param tables by the room that owns them
     * @param exceptions what is allowed all the same: {@code room writes table}, and {@code room
     *     reads table} of a room that stands above without using the owner's code; never from below
     */
    public static List<String> faults(
            Path sources, Path scripts, Map<String, List<String>> tables, Set<String> exceptions)
            throws IOException {
        return new TableCheck(sources, tables, exceptions).faults(scripts);
    }

    private List<String> faults(Path scripts) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> created = created(scripts);
        created.stream()
                .filter(table -> !owners.containsKey(table))
                .forEach(table -> faults.add("nobody owns the table " + table));
        owners.keySet().stream()
                .filter(table -> !created.contains(table))
                .forEach(table -> faults.add("there is no table " + table));
        Map<String, Set<String>> uses = uses();
        Set<String> unused = new TreeSet<>(exceptions);
        for (Path file : files(sources, ".java")) {
            String room = room(file);
            for (String sql : statements(Files.readString(file))) {
                for (String table : written(sql)) {
                    String write = room + " writes " + table;
                    if (!room.equals(owners.get(table)) && !excused(write, unused)) {
                        faults.add(fault(file, write, table));
                    }
                }
                for (String table : read(sql)) {
                    String owner = owners.getOrDefault(table, "");
                    String read = room + " reads " + table;
                    boolean above = owner.equals(room) || reaches(uses, room, owner);
                    if (!above && (!excused(read, unused) || reaches(uses, owner, room))) {
                        faults.add(fault(file, read, table));
                    }
                }
            }
        }
        unused.forEach(deed -> faults.add("no longer true: " + deed));
        return faults;
    }

    private boolean excused(String deed, Set<String> unused) {
        unused.remove(deed);
        return exceptions.contains(deed);
    }

    private String fault(Path file, String deed, String table) {
        return "%s: %s, which is %s's".formatted(file.getFileName(), deed, owners.get(table));
    }

    private static Set<String> created(Path scripts) throws IOException {
        Set<String> created = new TreeSet<>();
        for (Path script : files(scripts, ".sql")) {
            CREATED.matcher(Files.readString(script))
                    .results()
                    .forEach(found -> created.add(found.group(1)));
        }
        return created;
    }

    /** Which other rooms each room's code uses. */
    private Map<String, Set<String>> uses() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Path file : files(sources, ".java")) {
            Set<String> used = uses.computeIfAbsent(room(file), _ -> new TreeSet<>());
            IMPORT.matcher(Files.readString(file))
                    .results()
                    .forEach(found -> used.add(found.group(1)));
        }
        return uses;
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String to) {
        Set<String> seen = new HashSet<>();
        List<String> next = new ArrayList<>(List.of(from));
        while (!next.isEmpty()) {
            for (String used : uses.getOrDefault(next.removeLast(), Set.of())) {
                if (used.equals(to)) {
                    return true;
                }
                if (seen.add(used)) {
                    next.add(used);
                }
            }
        }
        return false;
    }

    private String room(Path file) {
        Path inside = sources.relativize(file);
        return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
    }

    private static List<String> statements(String source) {
        Matcher literal = LITERAL.matcher(source);
        return literal.results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(text -> SQL.matcher(text).find())
                .toList();
    }

    private Set<String> written(String sql) {
        Set<String> written = new TreeSet<>();
        WRITTEN.matcher(sql).results().forEach(found -> written.add(found.group(1)));
        written.retainAll(owners.keySet());
        return written;
    }

    private Set<String> read(String sql) {
        Set<String> read = new TreeSet<>();
        READ.matcher(sql)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                .forEach(each -> read.add(each.strip().split("\\s+", 2)[0]));
        read.retainAll(owners.keySet());
        return read;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
