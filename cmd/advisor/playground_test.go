package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var pageAddress = regexp.MustCompile(`The playground is open: (http://\S+/)`)

// playground is `advisor playground` running.
type playground struct {
	page string // its address
	log  *syncBuffer
}

func startPlayground(t *testing.T, args ...string) *playground {
	t.Helper()
	clearEnv(t, nil)
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("ADVISOR_DATA_DIR", filepath.Join(dir, "data"))
	ctx, stop := context.WithCancel(t.Context())
	p := &playground{log: &syncBuffer{}}
	done, wrote := make(chan int, 1), make(bell, 1)
	out := io.MultiWriter(p.log, wrote)
	go func() {
		done <- run(ctx, append([]string{"playground", "--addr", "127.0.0.1:0"}, args...), strings.NewReader(""), out, p.log)
	}()
	t.Cleanup(func() {
		stop()
		if code := <-done; code != 0 {
			t.Errorf("the playground ended with %d: %s", code, p.log)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("the playground writes %v to the disk", left)
		}
	})
	for late := time.After(ample); ; {
		if m := pageAddress.FindStringSubmatch(p.log.String()); m != nil {
			p.page = m[1]
			return p
		}
		select {
		case <-wrote:
		case <-late:
			t.Fatalf("no address is printed: %s", p.log)
		}
	}
}

// bell rings at every write, unless it is ringing already.
type bell chan struct{}

func (b bell) Write(p []byte) (int, error) {
	select {
	case b <- struct{}{}:
	default:
	}
	return len(p), nil
}

func TestPlaygroundRefusesWhatCannotBe(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"others could reach it": {[]string{"--addr", "0.0.0.0:0"}, 2, "--unauthenticated"},
		"a name of the network": {[]string{"--addr", "example.org:80"}, 2, "--unauthenticated"},
		"no port":               {[]string{"--addr", "127.0.0.1"}, 2, "HOST:PORT"},
		"no such folder":        {[]string{"--addr", "127.0.0.1:0", "--knowledge", filepath.Join(dir, "none")}, 1, "none"},
	} {
		t.Run(name, func(t *testing.T) {
			advise(t, "", nil, append([]string{"playground"}, c.args...)...).want(t, c.code, c.want)
		})
	}
	write(t, filepath.Join(dir, "scan.md"), "\x00\x01")
	for _, folder := range []string{dir, filepath.Join(dir, "none")} {
		r := advise(t, "", nil, "playground", "--addr", "127.0.0.1:0", "--knowledge", folder)
		if r.want(t, 1, folder[len(dir):]); strings.Contains(r.out+r.err, "is open") {
			t.Errorf("it is open before it fails: %s%s", r.out, r.err)
		}
		if folder == dir && (!strings.Contains(r.err, "None of the documents can be used") || !strings.Contains(r.err, "scan.md")) {
			t.Errorf("it does not say why: %s", r.err)
		}
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	advise(t, "", nil, "playground", "--addr", taken.Addr().String()).want(t, 1, taken.Addr().String(), "choose another --addr")
}

func TestTheAppIsWhatTheManifestSays(t *testing.T) {
	a, err := readApp()
	if err != nil {
		t.Fatal(err)
	}
	names, shown := a.commands()
	if len(names) == 0 || names[0] != shown[0].Name || shown[0].Does == "" {
		t.Errorf("commands %v, %v", names, shown)
	}
	if len(a.OAuthConfig.Scopes.Bot) == 0 || len(a.Settings.EventSubscriptions.BotEvents) == 0 {
		raw, _ := json.Marshal(a)
		t.Errorf("the app is %s", raw)
	}
}

func TestPlaygroundAnswersFromAFolder(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "baker.md"), "---\nrole: Baker\n---\n# Baker\n\n## What a baker does\n\nA baker makes bread and cakes before the town wakes up.\n")
	p := startPlayground(t, "--knowledge", folder)
	resp, err := http.Get(p.page + "page/stream")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	late := time.AfterFunc(ample, func() { _ = resp.Body.Close() })
	defer late.Stop()
	in := bufio.NewScanner(resp.Body)
	in.Buffer(nil, 4<<20)
	asked := false
	for in.Scan() {
		data, ok := strings.CutPrefix(in.Text(), "data: ")
		if !ok {
			continue
		}
		if strings.Contains(data, "before the town wakes up") {
			return
		}
		var first struct{ Channels []struct{ ID, With string } }
		if err := json.Unmarshal([]byte(data), &first); err != nil {
			t.Fatal(err)
		}
		for _, c := range first.Channels {
			if c.With != "" && !asked {
				asked = true
				p.act(t, "fault", map[string]any{"fault": "429", "method": "chat.postMessage"})
				p.act(t, "say", map[string]any{"user": c.With, "channel": c.ID, "text": "What does a baker do?"})
			}
		}
	}
	t.Errorf("no answer comes: %v; %s", in.Err(), p.log)
}

// act does what a person would do on the page.
func (p *playground) act(t *testing.T, name string, fields map[string]any) {
	t.Helper()
	body, _ := json.Marshal(fields)
	resp, err := http.Post(p.page+"page/acts/"+name, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		said, _ := io.ReadAll(resp.Body)
		t.Fatalf("%s: %s", name, said)
	}
}
