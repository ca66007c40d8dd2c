/** The learner as a processor of Kafka Streams, the life of the application around it, and how its answers leave. */
package io.eddy.stream;
