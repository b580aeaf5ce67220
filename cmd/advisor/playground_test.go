package main

import (
	"bufio"
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

	"github.com/slack-go/slack"

	"careeradvisor/bot/slackemu"
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

// bell rings at every write, unless it rings already.
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
	bad := filepath.Join(dir, "seed.txt")
	write(t, bad, "Ann #general: hello\nnonsense\n")
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"others could reach it":    {[]string{"--addr", "0.0.0.0:0"}, 2, "--unauthenticated"},
		"a name of the network":    {[]string{"--addr", "example.org:80"}, 2, "--unauthenticated"},
		"no port":                  {[]string{"--addr", "127.0.0.1"}, 2, "HOST:PORT"},
		"another bot":              {[]string{"--bot", "mine"}, 2, "advisor or none"},
		"no such fault":            {[]string{"--fault", "earthquake"}, 2, "earthquake"},
		"no such seed":             {[]string{"--seed", filepath.Join(dir, "none.txt")}, 1, "none.txt"},
		"a seed with a wrong line": {[]string{"--seed", bad}, 1, "seed.txt:2"},
		"no such folder":           {[]string{"--addr", "127.0.0.1:0", "--knowledge", filepath.Join(dir, "none")}, 1, "none"},
	} {
		t.Run(name, func(t *testing.T) {
			advise(t, "", nil, append([]string{"playground"}, c.args...)...).want(t, c.code, c.want)
		})
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	advise(t, "", nil, "playground", "--addr", taken.Addr().String()).want(t, 1, taken.Addr().String(), "choose another --addr")
}

func TestPlaygroundAloneIsForAnyBot(t *testing.T) {
	p := startPlayground(t, "--bot=none", "--fault", "error=fatal_error:auth.test")
	env := map[string]string{}
	for _, m := range regexp.MustCompile(`export (\w+)=(\S+)`).FindAllStringSubmatch(p.log.String(), -1) {
		env[m[1]] = m[2]
	}
	api := slack.New(env["SLACK_BOT_TOKEN"], slack.OptionAPIURL(env["SLACK_API_URL"]), slack.OptionAppLevelToken(env["SLACK_APP_TOKEN"]))
	if _, err := api.AuthTest(); err == nil || err.Error() != "fatal_error" {
		t.Errorf("the fault gives %v", err)
	}
	if _, err := api.AuthTest(); err != nil {
		t.Error(err)
	}
	if _, _, err := api.StartSocketModeContext(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := slack.New("xoxb-other", slack.OptionAPIURL(env["SLACK_API_URL"])).AuthTest(); err == nil {
		t.Error("any token is good")
	}
}

func TestReadSeed(t *testing.T) {
	lines, err := readSeed("demo")
	if err != nil || len(lines) < 4 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	if none, err := readSeed(""); none != nil || err != nil {
		t.Errorf("no seed gives %v, %v", none, err)
	}
	file := filepath.Join(t.TempDir(), "seed.txt")
	write(t, file, "// a comment\n\nAnn #general: hello: you\nben @: hi\nAnn #general > again\nAnn #general: /career why\n")
	lines, err = readSeed(file)
	if err != nil {
		t.Fatal(err)
	}
	want := []line{
		{3, "Ann", "#general", false, "hello: you"}, {4, "ben", "@", false, "hi"},
		{5, "Ann", "#general", true, "again"}, {6, "Ann", "#general", false, "/career why"},
	}
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d", len(lines), len(want))
	}
	for i := range want {
		if lines[i] != want[i] {
			t.Errorf("line %d is %+v, want %+v", i, lines[i], want[i])
		}
	}
}

func TestASeedThatCannotBePlayedSaysWhere(t *testing.T) {
	emu, err := slackemu.Start(slackemu.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer emu.Close()
	ann := emu.AddUser("Ann")
	emu.AddChannel("general", ann)
	g := &ground{Server: emu, people: []slackemu.User{ann}}
	for text, l := range map[string]line{
		"there is no Zoe here": {who: "Zoe", where: "#general", text: "hi"},
		"there is no channel":  {who: "Ann", where: "#none", text: "hi"},
		"nothing to reply to":  {who: "Ann", where: "#general", reply: true, text: "hi"},
	} {
		if err := g.play(t.Context(), l, map[string]slackemu.Message{}); err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("%+v gives %v, want %s", l, err, text)
		}
	}
	if err := g.play(t.Context(), line{who: "ann", where: "#general", text: "a <b> & @Career Advisor's"}, map[string]slackemu.Message{}); err != nil {
		t.Error(err)
	}
	said := emu.Messages(emu.Channels()[0])[0]
	if want := "a &lt;b&gt; &amp; " + emu.BotUser().Mention() + "'s"; said.Text != want {
		t.Errorf("said %q, want %q", said.Text, want)
	}
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
	seed := filepath.Join(t.TempDir(), "seed.txt")
	write(t, seed, "Ann @: What does a baker do?\n")
	p := startPlayground(t, "--knowledge", folder, "--seed", seed, "--fault", "429:chat.postMessage:1:0s")
	resp, err := http.Get(p.page + "page/stream")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	late := time.AfterFunc(ample, func() { _ = resp.Body.Close() })
	defer late.Stop()
	in := bufio.NewScanner(resp.Body)
	in.Buffer(nil, 4<<20)
	for in.Scan() {
		if strings.Contains(in.Text(), "before the town wakes up") {
			return
		}
	}
	t.Errorf("no answer comes: %v; %s", in.Err(), p.log)
}
