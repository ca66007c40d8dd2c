package io.eddy.stream;

import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;

/**
 * Which errors a new thread gets over: those that say that the transaction or the membership under way is lost, not that
 * something is wrong. A new thread begins at what was committed last, so nothing is lost or done twice.
 */
final class Recovery {
    private static final List<Class<? extends Throwable>> RECOVERABLE = List.of(
            RetriableException.class,
            ApplicationRecoverableException.class,
            CommitFailedException.class,
            TransactionAbortableException.class,
            OutOfOrderSequenceException.class,
            // to a commit whose transaction has timed out meanwhile, a broker says this instead of "fenced"
            // (KAFKA-20785)
            InvalidTxnStateException.class);

    private Recovery() {}

    /** Whether a new thread would go on after an error that ended one. */
    static boolean isPossible(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof FencedInstanceIdException) {
                return false; // another process is this member: a new thread would only fence it in turn
            }
            for (Class<? extends Throwable> recoverable : RECOVERABLE) {
                if (recoverable.isInstance(cause)) {
                    return true;
                }
            }
        }
        return false;
    }
}
