package pages

import (
	"io"
	"net"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
)

// TestSlowReadersAreLetGo: anyone who connects and says nothing must not stay.
func TestSlowReadersAreLetGo(t *testing.T) {
	p, err := Listen("127.0.0.1:0", NewReadiness(t.Context(), quiet(), "store"), prometheus.NewRegistry(), quiet())
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	c, err := net.Dial("tcp", p.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := io.WriteString(c, "GET /metrics HTTP/1.1\r\nHost: x\r\nX: "+strings.Repeat("a", 3*maxHeader)+"\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	answer, _ := io.ReadAll(c)
	if !strings.HasPrefix(string(answer), "HTTP/1.1 431") {
		t.Errorf("a header of %d bytes is answered with %.40q", 3*maxHeader, answer)
	}
	if s := p.server; s.ReadTimeout <= 0 || s.ReadHeaderTimeout <= 0 || s.WriteTimeout <= 0 || s.IdleTimeout <= 0 {
		t.Errorf("something may take for ever: %+v", s)
	}
}
