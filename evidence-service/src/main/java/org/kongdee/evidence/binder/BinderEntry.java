package org.kongdee.evidence.binder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.CollectionView;
import org.kongdee.evidence.collection.Slot;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.file.FileName;
import org.kongdee.evidence.item.FileView;
import org.kongdee.evidence.item.ItemView;

/**
 * A line of the binder: a file of an item and its path in the ZIP, or an item's link, or a file
 * that cannot be given out.
 *
 * @param path none for what is not in the ZIP
 */
record BinderEntry(Slot slot, ItemView item, @Nullable FileView file, @Nullable String path) {

    /**
     * With folder and number a path stays below 260 characters, which is all that Windows takes;
     * the index has the names as they were sent.
     */
    private static final int MAX_FOLDER_BYTES = 90;

    private static final int MAX_NAME_BYTES = 200;

    /**
     * Lays the binder out: a folder a slot, numbered in rubric order, and in it the files, numbered
     * in the order of their dates, as accepted items come. The numbers come first, so that two
     * names never collide, whatever a system takes for equal.
     */
    static List<BinderEntry> layOut(CollectionView collection, List<ItemView> accepted) {
        Map<String, Slot> slots =
                collection.slots().stream()
                        .collect(Collectors.toMap(Slot::code, Function.identity()));
        Map<String, Integer> order = new TreeMap<>();
        for (Slot slot : collection.slots()) {
            order.put(slot.code(), order.size() + 1);
        }
        Map<String, Integer> filed = new TreeMap<>();
        List<BinderEntry> entries = new ArrayList<>();
        List<ItemView> inOrder = new ArrayList<>(accepted);
        inOrder.sort(Comparator.comparing(item -> order.getOrDefault(item.slot(), 0)));
        for (ItemView item : inOrder) {
            Slot slot = slots.get(item.slot());
            if (slot == null) {
                throw new IllegalStateException(
                        "an item has a slot that its collection has not: " + item.id());
            }
            String folder = folder(order.getOrDefault(item.slot(), 0), slot);
            if (item.link() != null || item.files().isEmpty()) {
                entries.add(new BinderEntry(slot, item, null, null));
            }
            for (FileView file : item.files()) {
                ContentStatus status = file.status();
                boolean whole = status != null && status.isGiven() && file.name() != null;
                String path = null;
                if (whole) {
                    int number = filed.merge(item.slot(), 1, Integer::sum);
                    path =
                            "%s/%03d %s"
                                    .formatted(
                                            folder,
                                            number,
                                            FileName.of(String.valueOf(file.name()))
                                                    .atMost(MAX_NAME_BYTES));
                }
                entries.add(new BinderEntry(slot, item, file, path));
            }
        }
        return entries;
    }

    private static String folder(int position, Slot slot) {
        String title = FileName.part(slot.title().th(), MAX_FOLDER_BYTES);
        return "%03d %s %s"
                .formatted(position, slot.code().toUpperCase(Locale.ROOT), title)
                .strip();
    }
}
