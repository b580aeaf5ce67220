// Package pages serves the pages for operators: /healthz, /readyz and /metrics. It also
// reads those of another process.
//
// It promises that the pages change nothing, contain nothing secret or personal, and
// cost the process little, since anyone may read them. It must not know which parts it
// reports on.
package pages
