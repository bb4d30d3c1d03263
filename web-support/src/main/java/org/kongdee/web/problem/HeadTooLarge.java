package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** The address of a request, or all its headers together, are longer than is taken here. */
public final class HeadTooLarge extends Fault {

    private final int status;

    private HeadTooLarge(String slug, int status, Message detail) {
        super(slug, detail, List.of(), Map.of());
        this.status = status;
    }

    public static HeadTooLarge address(int most) {
        return new HeadTooLarge(
                "address-too-long",
                414,
                Message.of(
                        "The address is longer than %,d bytes; ask for less in its query.", most));
    }

    public static HeadTooLarge headers(int most) {
        return new HeadTooLarge(
                "headers-too-large",
                431,
                Message.of(
                        "The headers together are longer than %,d bytes; send fewer or shorter ones.",
                        most));
    }

    int status() {
        return status;
    }
}
