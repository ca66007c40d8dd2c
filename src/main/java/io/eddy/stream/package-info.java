/** The learner as a processor of Kafka Streams, and the life of the application around it. */
package io.eddy.stream;
