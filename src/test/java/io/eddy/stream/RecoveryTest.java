package io.eddy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.eddy.problem.Problem;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecoveryTest {
    static RuntimeException[] lostTransactions() {
        return new RuntimeException[] {
            new InvalidTxnStateException("commit after the coordinator's abort"),
            new ProducerFencedException("fenced"),
            new InvalidProducerEpochException("old epoch"),
            new InvalidPidMappingException("forgotten id"),
            new UnknownProducerIdException("forgotten id"),
            new OutOfOrderSequenceException("gap"),
            new TransactionAbortableException("aborted"),
            new TimeoutException("no broker"),
            new CommitFailedException("rebalanced")
        };
    }

    static RuntimeException[] defects() {
        return new RuntimeException[] {
            new AuthorizationException("not allowed"),
            new RecordTooLargeException("too large"),
            new FencedInstanceIdException("two instances with one identity"),
            Problem.failure("what", "why", "do"),
            new IllegalStateException("a defect")
        };
    }

    @ParameterizedTest
    @MethodSource("lostTransactions")
    void aLostTransactionIsBegunAnew(RuntimeException cause) {
        assertThat(Recovery.isPossible(cause)).isTrue();
        assertThat(Recovery.isPossible(wrapped(cause))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void whatWouldHappenAgainEndsTheLearner(RuntimeException cause) {
        assertThat(Recovery.isPossible(cause)).isFalse();
        assertThat(Recovery.isPossible(wrapped(cause))).isFalse();
    }

    @Test
    void anErrorWithoutACauseEndsTheLearner() {
        assertThat(Recovery.isPossible(new StreamsException("unknown"))).isFalse();
    }

    private static StreamsException wrapped(RuntimeException cause) {
        return new StreamsException("can't commit", new KafkaException("in an error state", cause));
    }
}
