package org.kongdee.evidence.item;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.SearchText;

/** Which items of a collection are asked for; what is null does not matter. */
record ItemFilter(
        String collection,
        @Nullable String unit,
        @Nullable String slot,
        @Nullable String kind,
        @Nullable ItemStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text) {

    /** In HQL, about an item {@code i}. */
    String conditions() {
        var conditions = new StringBuilder("i.collection = :collection");
        bindings().keySet().stream()
                .filter(name -> !name.equals("collection"))
                .forEach(
                        name ->
                                conditions.append(
                                        switch (name) {
                                            case "from" -> " and i.date >= :from";
                                            case "to" -> " and i.date <= :to";
                                            case "text" -> " and i.search like :text escape '\\'";
                                            default -> " and i.%1$s = :%1$s".formatted(name);
                                        }));
        return conditions.toString();
    }

    Map<String, Object> bindings() {
        Map<String, Object> bindings = new LinkedHashMap<>();
        bindings.put("collection", collection);
        put(bindings, "unit", unit);
        put(bindings, "slot", slot);
        put(bindings, "kind", kind);
        put(bindings, "status", status);
        put(bindings, "from", from);
        put(bindings, "to", to);
        put(bindings, "text", text == null ? null : SearchText.pattern(text));
        return bindings;
    }

    private static void put(Map<String, Object> bindings, String name, @Nullable Object value) {
        if (value != null) {
            bindings.put(name, value);
        }
    }
}
