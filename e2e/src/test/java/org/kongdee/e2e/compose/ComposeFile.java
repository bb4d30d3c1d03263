package org.kongdee.e2e.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker/compose.yaml}, its placeholders filled as Docker Compose fills them. */
final class ComposeFile {

    static final Path FOLDER = Path.of("../docker").toAbsolutePath().normalize();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)(:[-?])?([^}]*)}");
    private static final Pattern SETTING = Pattern.compile("(?m)^(\\w+)=(.*)$");

    private final Map<String, Map<String, Object>> services;
    private final Map<String, String> settings;
    private final Set<String> used;

    private ComposeFile(
            Map<String, Map<String, Object>> services,
            Map<String, String> settings,
            Set<String> used) {
        this.services = services;
        this.settings = settings;
        this.used = used;
    }

    /** With the settings that {@code make-env} prints. */
    static ComposeFile read() throws IOException, InterruptedException {
        Process makeEnv =
                new ProcessBuilder("bash", FOLDER.resolve("make-env").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed =
                new String(makeEnv.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (makeEnv.waitFor() != 0) {
            throw new IOException("make-env failed");
        }
        Map<String, String> settings = settings(printed);
        Set<String> used = new TreeSet<>();
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Files.readString(FOLDER.resolve("compose.yaml")));
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        file.get("services")
                .forEach(
                        (name, service) -> {
                            Map<String, Object> filled = new LinkedHashMap<>();
                            service.forEach(
                                    (key, value) -> filled.put(key, fill(value, settings, used)));
                            services.put(name, filled);
                        });
        return new ComposeFile(services, settings, used);
    }

    static Map<String, String> settings(String dotenv) {
        Map<String, String> settings = new LinkedHashMap<>();
        SETTING.matcher(dotenv)
                .results()
                .forEach(line -> settings.put(line.group(1), line.group(2).replace("\"", "")));
        return settings;
    }

    /** In every text of a value: the file is parsed first and filled then. */
    private static Object fill(Object value, Map<String, String> settings, Set<String> used) {
        return switch (value) {
            case String text ->
                    PLACEHOLDER
                            .matcher(text)
                            .replaceAll(
                                    found ->
                                            Matcher.quoteReplacement(
                                                    setting(found, settings, used)));
            case List<?> list -> list.stream().map(each -> fill(each, settings, used)).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> filled = new LinkedHashMap<>();
                map.forEach((key, each) -> filled.put(key, fill(each, settings, used)));
                yield filled;
            }
            default -> value;
        };
    }

    private static String setting(
            MatchResult found, Map<String, String> settings, Set<String> used) {
        used.add(found.group(1));
        String value = settings.getOrDefault(found.group(1), "");
        if (value.isEmpty() && ":?".equals(found.group(2))) {
            throw new IllegalStateException(found.group(1) + " must be set");
        }
        return value.isEmpty() ? found.group(3) : value;
    }

    /** What an operator has set. */
    String setting(String name) {
        return settings.get(name);
    }

    Set<String> settingNames() {
        return settings.keySet();
    }

    /** The settings that the file asks for. */
    Set<String> used() {
        return used;
    }

    Set<String> services() {
        return services.keySet();
    }

    Object property(String service, String name) {
        return services.get(service).get(name);
    }

    /** What the container of a service finds in its environment. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<?, ?>) property(service, "environment"))
                .forEach((name, value) -> environment.put(name.toString(), value.toString()));
        return environment;
    }

    List<String> command(String service) {
        return ((List<?>) property(service, "command")).stream().map(Object::toString).toList();
    }
}
