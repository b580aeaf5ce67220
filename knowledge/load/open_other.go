//go:build !unix

package load

// withoutWaiting is nothing if there are no pipes among files.
const withoutWaiting = 0
