package org.kongdee.test;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The stack, and a neighbour in the place of the one that other tests share. */
public abstract class OwnNeighbour implements QuarkusTestProfile {

    private final Class<? extends FakeNeighbour> neighbour;

    protected OwnNeighbour(Class<? extends FakeNeighbour> neighbour) {
        this.neighbour = neighbour;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(StackResource.class), new TestResourceEntry(neighbour));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
