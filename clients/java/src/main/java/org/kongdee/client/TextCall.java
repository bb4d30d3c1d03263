package org.kongdee.client;

import java.nio.charset.StandardCharsets;

/** A call that answers with a text that is no JSON, such as a calendar. */
public class TextCall {

    protected final Request request;
    private final String media;

    public TextCall(Request request, String media) {
        this.request = request;
        this.media = media;
    }

    public String send() {
        return answer().body();
    }

    public Answer<String> answer() {
        Answer<byte[]> answer = request.bytes(media);
        return new Answer<>(
                answer.status(),
                answer.headers(),
                new String(answer.body(), StandardCharsets.UTF_8));
    }
}
