package org.kongdee.e2e.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kongdee.test.Packaged;

/** Starts several services at once. */
public final class Startup {

    /** Starts one. */
    public interface Starter<K> {
        Packaged start(K service) throws Exception;
    }

    private Startup() {}

    /**
     * Starts {@code services} and puts those that started into {@code running}, so that whoever
     * owns it stops them also if another one failed.
     *
     * @throws ExecutionException if one of them does not start
     */
    public static <K> void sideBySide(
            Map<K, Packaged> running, List<K> services, Starter<K> starter)
            throws ExecutionException, InterruptedException {
        Map<K, Future<Packaged>> starting = new LinkedHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(services.size())) {
            for (K service : services) {
                starting.put(service, workers.submit(() -> starter.start(service)));
            }
        }
        ExecutionException failed = null;
        for (var each : starting.entrySet()) {
            try {
                running.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
