/** What comes in and goes out: samples, predictions, rejections, and their JSON. */
package io.eddy.wire;
