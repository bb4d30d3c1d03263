package org.kongdee.web.contract;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.kongdee.web.text.Multiline;

/** Our records and enums, by the names under which they stand in the contract. */
final class Types {

    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName NULLABLE =
            DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName MULTILINE = DotName.createSimple(Multiline.class);
    private static final DotName JSON_PROPERTY =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");

    private final Map<String, List<ClassInfo>> byName = new HashMap<>();

    Types(IndexView index) {
        Set<DotName> seen = new HashSet<>();
        for (ClassInfo type : index.getKnownClasses()) {
            // An index that is made of others may know a class twice.
            if (seen.add(type.name())
                    && type.name().toString().startsWith("org.kongdee.")
                    && (type.isRecord() || type.isEnum())) {
                byName.computeIfAbsent(name(type), _ -> new ArrayList<>()).add(type);
            }
        }
    }

    /** The enum behind a schema without members; none if two could be it. */
    Optional<ClassInfo> enumOf(String schema) {
        return only(named(schema).filter(ClassInfo::isEnum));
    }

    /** The record behind a schema with these members; none if two could be it. */
    Optional<ClassInfo> recordOf(String schema, Set<String> members) {
        List<ClassInfo> fitting =
                named(schema)
                        .filter(ClassInfo::isRecord)
                        .filter(type -> components(type).keySet().containsAll(members))
                        .toList();
        // What is read from a neighbour may be named alike, and is never public.
        return only(fitting.stream())
                .or(() -> only(fitting.stream().filter(type -> Modifier.isPublic(type.flags()))));
    }

    private Stream<ClassInfo> named(String schema) {
        return byName.getOrDefault(schema, List.of()).stream();
    }

    private static Optional<ClassInfo> only(Stream<ClassInfo> types) {
        List<ClassInfo> found = types.toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The components of a record by their names in JSON. */
    static Map<String, RecordComponentInfo> components(ClassInfo type) {
        return type.recordComponents().stream()
                .collect(Collectors.toMap(Types::jsonName, component -> component));
    }

    static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    /** Whether its text may have several lines. */
    static boolean isMultiline(RecordComponentInfo component) {
        return ofField(component).anyMatch(annotation -> annotation.name().equals(MULTILINE));
    }

    /** Whether a request may leave the component out, because of its default. */
    static boolean hasDefault(RecordComponentInfo component) {
        return property(component, "defaultValue").isPresent();
    }

    private static String jsonName(RecordComponentInfo component) {
        return property(component, "value").orElse(component.name());
    }

    private static Optional<String> property(RecordComponentInfo component, String member) {
        return ofField(component)
                .filter(annotation -> annotation.name().equals(JSON_PROPERTY))
                .map(annotation -> annotation.value(member))
                .filter(value -> value != null && !value.asString().isEmpty())
                .map(AnnotationValue::asString)
                .findFirst();
    }

    /**
     * Written on a component, these stand on its field: they have no place on components
     * themselves.
     */
    private static Stream<AnnotationInstance> ofField(RecordComponentInfo component) {
        return component.declaringClass().field(component.name()).annotations().stream();
    }

    private static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
