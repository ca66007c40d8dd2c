/** What the application needs of its Kafka and of its machine, and whether it has it: connections, topics, rights, room. */
package io.eddy.cluster;
