//go:build !unix

package load

// withoutWaiting is 0, since there are no pipes among files here.
const withoutWaiting = 0
