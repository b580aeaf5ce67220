package pages

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

	"careeradvisor/knowledge"
)

// ErrNotReady says that the advisor answered but is not ready.
var ErrNotReady = errors.New("not ready")

// askWithin is how long an advisor may take to report on itself.
const askWithin = 4 * time.Second

// Ask prints what the advisor on addr reports, one line for each part.
func Ask(ctx context.Context, addr string, out io.Writer) error {
	if addr == "" || addr == "off" {
		return &knowledge.Error{Say: "ADVISOR_LISTEN is off, so there is no page to ask."}
	}
	r, err := fetchReport(ctx, "http://"+nearby(addr)+"/readyz")
	if err != nil {
		return &knowledge.Error{Say: fmt.Sprintf("No advisor answers on %s: check that it is running, and check ADVISOR_LISTEN.", addr), Cause: err}
	}
	for _, p := range r.Parts {
		mark := "✗"
		if p.OK {
			mark = "✓"
		}
		fmt.Fprintf(out, "%s %-10s %s\n", mark, p.Name, p.Says)
	}
	if !r.Ready {
		return ErrNotReady
	}
	return nil
}

func fetchReport(ctx context.Context, url string) (Report, error) {
	ctx, cancel := context.WithTimeout(ctx, askWithin)
	defer cancel()
	var r Report
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
	err = json.NewDecoder(io.LimitReader(resp.Body, 1<<16)).Decode(&r)
	return r, err
}

// nearby is the address at which this host reaches what listens on addr: the address of all
// interfaces cannot be connected to.
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
