package load

import (
	"bytes"
	"context"

	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/tree"
)

// htmlTree reads a page of the web, whose parser forgives what browsers forgive.
func htmlTree(_ context.Context, _ *Parser, data []byte) (*html.Node, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, &tree.Fault{What: "nests its elements too deep: flatten them", Cause: err}
	}
	return root, nil
}
