//go:build !unix

package load

// withoutWaiting is nothing where there are no pipes among files.
const withoutWaiting = 0
