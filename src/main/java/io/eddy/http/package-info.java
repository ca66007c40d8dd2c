/** What the application shows of itself over HTTP: its metrics, its health, and a page with the learning curve. */
package io.eddy.http;
