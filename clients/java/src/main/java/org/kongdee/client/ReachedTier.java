package org.kongdee.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/** A tier, with the variant where the tier has variants, else null. */
public record ReachedTier(
        @JsonProperty("tier") String tier, @JsonProperty("variant") String variant) {

    public ReachedTier {
        Objects.requireNonNull(tier, "tier");
    }

    public static ReachedTier of(String tier) {
        return new ReachedTier(tier, null);
    }

    public static ReachedTier of(String tier, String variant) {
        return new ReachedTier(tier, variant);
    }
}
