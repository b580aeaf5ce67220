package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"time"

	"github.com/spf13/cobra"

	"careeradvisor/knowledge"
)

// askReadyWithin is how long an advisor may take to say how it is.
const askReadyWithin = 4 * time.Second

func newReady() *cobra.Command {
	return &cobra.Command{
		Use:   "ready",
		Short: "Ask the advisor that runs on this host whether it can answer",
		Long: `Asks /readyz of the advisor that listens on ADVISOR_LISTEN and prints a line a
part. It fails where that is not ready: a health check for containers, which have
nothing else to ask with.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			if err != nil {
				return err
			}
			return askReady(cmd.Context(), c.Advisor.Listen, cmd.OutOrStdout())
		},
	}
}

// askReady prints what the advisor on addr says of itself.
func askReady(ctx context.Context, addr string, out io.Writer) error {
	if addr == "" || addr == "off" {
		return &knowledge.Error{Say: "ADVISOR_LISTEN is off, so that there is nothing to ask."}
	}
	r, err := fetchReport(ctx, "http://"+nearby(addr)+"/readyz")
	if err != nil {
		return &knowledge.Error{Say: fmt.Sprintf("No advisor answers on %s: see whether it runs, and ADVISOR_LISTEN.", addr), Cause: err}
	}
	for _, p := range r.Parts {
		mark := "✗"
		if p.OK {
			mark = "✓"
		}
		fmt.Fprintf(out, "%s %-10s %s\n", mark, p.Name, p.Says)
	}
	if !r.Ready {
		return silentError{errors.New("not ready")}
	}
	return nil
}

func fetchReport(ctx context.Context, url string) (report, error) {
	ctx, cancel := context.WithTimeout(ctx, askReadyWithin)
	defer cancel()
	var r report
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return r, err
	}
	direct := &http.Client{Transport: &http.Transport{Proxy: nil, DisableKeepAlives: true}}
	resp, err := direct.Do(req)
	if err != nil {
		return r, err
	}
	defer resp.Body.Close()
	return r, json.NewDecoder(io.LimitReader(resp.Body, 1<<16)).Decode(&r)
}

// nearby is how this host reaches what listens on addr: an address for all
// interfaces is none to connect to.
func nearby(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return addr
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port)
}
