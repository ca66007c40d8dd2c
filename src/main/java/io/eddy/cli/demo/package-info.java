/** What the demo needs instead of a cluster and data: a broker in the process, and wheat kernels on a sorting line. */
package io.eddy.cli.demo;
