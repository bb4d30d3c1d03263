package org.kongdee.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;

/** A request that is ready to be sent, as often as one likes, and answers with a T. */
public class Call<T> {

    protected final Request request;
    protected final TypeReference<T> type;
    private final String media;

    public Call(Request request, String media, TypeReference<T> type) {
        this.request = request;
        this.media = media;
        this.type = type;
    }

    /**
     * Sends it and reads the answer.
     *
     * @throws ProblemException if the service refuses it
     * @throws ConnectionException if no whole answer comes
     */
    public T send() {
        return answer().body();
    }

    /** The same, with status and headers. */
    public Answer<T> answer() {
        Answer<byte[]> answer = request.bytes(media);
        return new Answer<>(answer.status(), answer.headers(), read(answer.body()));
    }

    private T read(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        try {
            return Json.MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw new ConnectionException(
                    request + ": the answer can't be read: " + e.getMessage(), e);
        }
    }
}
