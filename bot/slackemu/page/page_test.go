package page_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/page"
)

// desk is a workspace with the page on top.
type desk struct {
	*slackemu.Server
	t        *testing.T
	ctx      context.Context
	ann, ben slackemu.User
	general  slackemu.Channel
	dm       slackemu.Channel
}

// ample is far longer than anything takes: only a test that hangs reaches it.
const ample = 3 * time.Minute

func start(t *testing.T) *desk {
	t.Helper()
	s, err := slackemu.Start(slackemu.Options{AckWithin: ample, TriggerLife: ample})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	ctx, cancel := context.WithTimeout(t.Context(), ample)
	t.Cleanup(cancel)
	d := &desk{Server: s, t: t, ctx: ctx, ann: s.AddUser("Ann"), ben: s.AddUser("Ben")}
	d.general, d.dm = s.AddChannel("general", d.ann, d.ben), s.OpenDM(d.ann)
	page.Serve(s, page.Options{
		Title: "Test", People: []page.Person{{ID: d.ann.ID}, {ID: d.ben.ID, Note: "admin"}},
		Commands: []page.Command{{Name: "/career"}}, Examples: func(context.Context) []string { return []string{"Why?"} },
	})
	return d
}

// request is a request to the page; change may change it.
func (d *desk) request(method, path, body string, change func(*http.Request)) (status int, answer string, header http.Header) {
	d.t.Helper()
	r, err := http.NewRequestWithContext(d.ctx, method, strings.TrimSuffix(d.PageURL(), "/")+path, strings.NewReader(body))
	if err != nil {
		d.t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	if change != nil {
		change(r)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	defer resp.Body.Close()
	all, err := io.ReadAll(resp.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return resp.StatusCode, string(all), resp.Header
}

// act performs an act, and returns the status and the answer.
func (d *desk) act(name string, fields map[string]any) (int, string) {
	d.t.Helper()
	body, err := json.Marshal(fields)
	if err != nil {
		d.t.Fatal(err)
	}
	status, answer, _ := d.request("POST", "/page/acts/"+name, string(body), nil)
	return status, answer
}

// stream follows the workspace the way a page does. It yields each event's ID and data.
func (d *desk) stream(last string) (next func() (id string, data map[string]any)) {
	d.t.Helper()
	r, err := http.NewRequestWithContext(d.ctx, "GET", d.PageURL()+"page/stream", nil)
	if err != nil {
		d.t.Fatal(err)
	}
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = resp.Body.Close() })
	in := bufio.NewScanner(resp.Body)
	in.Buffer(nil, 16<<20)
	return func() (id string, data map[string]any) {
		for in.Scan() {
			if v, found := strings.CutPrefix(in.Text(), "id: "); found {
				id = v
			} else if v, found := strings.CutPrefix(in.Text(), "data: "); found {
				if err := json.Unmarshal([]byte(v), &data); err != nil {
					d.t.Fatal(err)
				}
				return id, data
			}
		}
		d.t.Fatalf("the stream ended: %v", in.Err())
		return "", nil
	}
}

func TestThePageIsServedWithItsGuards(t *testing.T) {
	d := start(t)
	for path, kind := range map[string]string{"/": "text/html", "/js/main.js": "text/javascript", "/css/base.css": "text/css", "/icon.svg": "image/svg+xml"} {
		status, _, h := d.request("GET", path, "", nil)
		if status != 200 || !strings.HasPrefix(h.Get("Content-Type"), kind) {
			t.Errorf("%s: %d, %s", path, status, h.Get("Content-Type"))
		}
		csp := h.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"} {
			if !strings.Contains(csp, want) {
				t.Errorf("%s: the policy lacks %s: %s", path, want, csp)
			}
		}
		if strings.Contains(csp, "unsafe") || strings.Contains(csp, "http:") || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", path, h)
		}
	}
	if status, _, _ := d.request("GET", "/nowhere", "", nil); status != 404 {
		t.Errorf("a page that is not there: %d", status)
	}
}

func TestOtherSitesAreRefused(t *testing.T) {
	d := start(t)
	say := `{"user":"` + d.ann.ID + `","channel":"` + d.dm.ID + `","text":"hi"}`
	for name, c := range map[string]struct {
		change func(*http.Request)
		want   int
	}{
		"a program": {nil, 200},
		"the page": {func(r *http.Request) {
			r.Header.Set("Origin", "http://"+r.URL.Host)
			r.Header.Set("Sec-Fetch-Site", "same-origin")
		}, 200},
		"another origin":   {func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, 403},
		"no origin at all": {func(r *http.Request) { r.Header.Set("Origin", "null") }, 403},
		"another port":     {func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:1") }, 403},
		"another site":     {func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403},
		"a rebound name":   {func(r *http.Request) { r.Host = "evil.example"; r.Header.Set("Origin", "http://evil.example") }, 403},
		"localhost":        {func(r *http.Request) { r.Host = "localhost:80" }, 200},
		"a form":           {func(r *http.Request) { r.Header.Set("Content-Type", "application/x-www-form-urlencoded") }, 403},
		"plain text":       {func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, 403},
	} {
		if status, answer, _ := d.request("POST", "/page/acts/say", say, c.change); status != c.want {
			t.Errorf("%s: %d %s, want %d", name, status, answer, c.want)
		}
	}
	rebound := func(r *http.Request) { r.Host = "evil.example" }
	if status, _, _ := d.request("GET", "/page/stream", "", rebound); status != 403 {
		t.Errorf("a rebound name reads the stream: %d", status)
	}
}

func TestNoTokenReachesThePage(t *testing.T) {
	d := start(t)
	_, err := http.Post(d.URL()+"auth.test", "application/x-www-form-urlencoded", strings.NewReader("token="+d.BotToken()))
	if err != nil {
		t.Fatal(err)
	}
	_, data := d.stream("")()
	all, _ := json.Marshal(data)
	_, setup, _ := d.request("GET", "/page/setup", "", nil)
	if calls, _ := data["calls"].([]any); len(calls) != 1 {
		t.Errorf("%d calls", len(calls))
	}
	for _, token := range []string{d.BotToken(), d.AppToken()} {
		if strings.Contains(string(all)+setup, token) {
			t.Errorf("the page gets %s", token)
		}
	}
}

func TestTheStreamGoesOnWhereItWas(t *testing.T) {
	d := start(t)
	d.Say(d.general, d.ann, "one")
	id, data := d.stream("")()
	if data["whole"] != true || len(data["messages"].([]any)) != 1 || len(data["users"].([]any)) != 3 {
		t.Errorf("at first: %v", data)
	}
	d.Say(d.general, d.ann, "two")
	_, data = d.stream(id)()
	if data["whole"] == true || len(data["messages"].([]any)) != 1 || data["users"] != nil {
		t.Errorf("after %s: %v", id, data)
	}
	for _, other := range []string{"another.3", "nonsense", ".", strings.Split(id, ".")[0] + ".x"} {
		if _, data = d.stream(other)(); data["whole"] != true || len(data["messages"].([]any)) != 2 {
			t.Errorf("after %q: %v", other, data)
		}
	}
}

func TestTwoPagesGetTheSame(t *testing.T) {
	d := start(t)
	one, two := d.stream(""), d.stream("")
	one()
	two()
	if status, answer := d.act("say", map[string]any{"user": d.ben.ID, "channel": d.general.ID, "text": "hello"}); status != 200 {
		t.Fatal(status, answer)
	}
	for _, next := range []func() (string, map[string]any){one, two} {
		_, data := next()
		m := data["messages"].([]any)[0].(map[string]any)
		if got := m["payload"].(map[string]any)["text"]; got != "hello" {
			t.Errorf("a page reads %v", got)
		}
	}
}
