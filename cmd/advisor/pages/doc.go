// Package pages serves the pages for operators: /healthz, /readyz and /metrics, and asks
// those of another process.
//
// It promises that the pages change nothing, hold nothing secret or personal, and cost the
// process little, since nobody is asked who they are. It must not know what the parts are
// whose readiness it reports.
package pages
