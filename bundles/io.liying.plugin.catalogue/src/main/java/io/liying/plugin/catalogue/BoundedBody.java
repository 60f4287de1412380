package io.liying.plugin.catalogue;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a body up to a limit; what is longer ends with {@link TooLong}, whatever the server said about its length. */
final class BoundedBody<T> implements BodySubscriber<T> {

    /** A body was longer than allowed. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1;

        TooLong() {
            super("the answer is longer than allowed");
        }
    }

    private final BodySubscriber<T> inner;
    private final long limit;
    private Flow.@Nullable Subscription subscription;
    private long length;
    private boolean over;

    BoundedBody(BodySubscriber<T> inner, long limit) {
        this.inner = inner;
        this.limit = limit;
    }

    @Override
    public CompletionStage<T> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        inner.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        if (over) {
            return;
        }
        length += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (length <= limit) {
            inner.onNext(part);
            return;
        }
        over = true;
        if (subscription != null) {
            subscription.cancel();
        }
        inner.onError(new TooLong());
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) {
            inner.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!over) {
            inner.onComplete();
        }
    }
}
