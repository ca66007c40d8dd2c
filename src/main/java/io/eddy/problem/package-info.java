/** What a user can cause and mend. Stands at the bottom: any package may throw it. */
package io.eddy.problem;
