// Package race says whether the race detector was built in: it makes a process several times slower
// and larger, so tests that measure either are skipped, and those that repeat the same thing at
// length repeat it less.
//
// Only tests may import it.
package race
