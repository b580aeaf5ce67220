package bot_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"careeradvisor/bot"
	"careeradvisor/bot/render"
	"careeradvisor/bot/slackemu"
)

// TestStorybook shows all stories to the emulator, which refuses whatever Slack would refuse, and
// compares what was sent and what a person reads with the golden files.
func TestStorybook(t *testing.T) {
	book := newBook(t)
	text := []string{"# What people see in Slack", "", "Made by `go test ./bot -run Storybook -update` from canned data; all of it is within Slack's limits.",
		"Buttons and choices are in [brackets]; a line with only ┄ separates messages."}
	for _, s := range stories() {
		t.Run(s.name, func(t *testing.T) {
			var got bytes.Buffer
			enc := json.NewEncoder(&got)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := enc.Encode(s.shown); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("storybook", s.name+".json"), got.Bytes())
			text = append(text, "", "## "+s.name, "", s.scene, "", "```text", fenced(book.read(t, s)), "```")
		})
	}
	golden(t, filepath.Join("storybook", "storybook.md"), []byte(strings.Join(text, "\n")+"\n"))
}

// TestStorybookHoldsNothingElse: what is no longer shown leaves no file behind.
func TestStorybookHoldsNothingElse(t *testing.T) {
	files, err := os.ReadDir(filepath.Join("testdata", "storybook"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"storybook.md": true}
	for _, s := range stories() {
		if known[s.name+".json"] {
			t.Errorf("there are two stories %q", s.name)
		}
		known[s.name+".json"] = true
	}
	for _, f := range files {
		if !known[f.Name()] {
			t.Errorf("%s belongs to no story", f.Name())
		}
	}
}

// book is a workspace in which stories are shown.
type book struct {
	*slackemu.Server
	api *slack.Client
	ann slackemu.User
	ch  slackemu.Channel
}

func newBook(t *testing.T) *book {
	t.Helper()
	emu, err := slackemu.Start(unhurried(slackemu.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = emu.Close() })
	ann := emu.AddUser("ann")
	return &book{emu, slack.New(emu.BotToken(), slack.OptionAPIURL(emu.URL())), ann, emu.AddChannel("general", ann)}
}

// read shows a story and returns what a person reads.
func (b *book) read(t *testing.T, s story) string {
	t.Helper()
	var err error
	switch shown := s.shown.(type) {
	case []bot.Rendered:
		var parts []string
		for i, m := range shown {
			checkLimits(t, i, m)
			parts = append(parts, b.post(t, m))
		}
		return strings.Join(parts, "\n┄\n")
	case slack.ModalViewRequest:
		_, err = b.api.OpenViewContext(t.Context(), b.Shortcut(b.ann, "any").TriggerID, shown)
		if v, open := b.Modal(b.ann); open && err == nil {
			return v.Plain()
		}
	case slack.HomeTabViewRequest:
		_, err = b.api.PublishViewContext(t.Context(), slack.PublishViewContextRequest{UserID: b.ann.ID, View: shown})
		if v, published := b.Home(b.ann); published && err == nil {
			return v.Plain()
		}
	}
	t.Fatalf("%s is not shown: %v (%T)", s.name, err, s.shown)
	return ""
}

// checkLimits checks that a message is well within what Slack takes; the emulator has the limits of
// each block.
func checkLimits(t *testing.T, i int, m bot.Rendered) {
	t.Helper()
	if n := len(m.Blocks); n == 0 || n > render.MaxBlocks {
		t.Errorf("message %d has %d blocks", i, n)
	}
	if n := render.Size(m.Text); n == 0 || n > render.MaxMessage {
		t.Errorf("message %d has a text of %d", i, n)
	}
}

func (b *book) post(t *testing.T, m bot.Rendered) string {
	t.Helper()
	ts, err := bot.Post(t.Context(), b.api, b.ch.ID, m)
	if err != nil {
		t.Fatalf("Slack does not take %s: %v", m.Text, err)
	}
	posted, _ := b.Message(b.ch, ts)
	handedOver := strings.Contains(m.Text, "wants to ask a person") || strings.Contains(m.Text, "answered your question")
	if len(posted.Pings) > 0 && !handedOver {
		t.Errorf("pings %v: %s", posted.Pings, m.Text)
	}
	if m.Text == "" {
		t.Error("a message has no text for notifications and screen readers")
	}
	return posted.Plain()
}

// fenced keeps a text within its fence and its lines to what people read, and shows the columns of
// tables.
func fenced(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.ReplaceAll(strings.TrimRight(line, "\n"), "\t", " │ ")
		line = render.Clip(strings.ReplaceAll(line, "```", "'''"), 500)
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return strings.Join(lines, "\n")
}
