/** What the learners say about themselves, as Micrometer meters and as reports. Nothing here is counted a second time. */
package io.eddy.metrics;
