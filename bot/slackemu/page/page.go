// Package page serves the page of the local Slack: a small chat workspace in the browser, on top of
// one [slackemu.Server]. People talk to the bot there as they would in Slack; developers see the
// envelopes and calls behind each message, and can break the wire.
//
// It promises that
//   - the page follows the workspace: whatever happens reaches every open page, and
//     one that was cut off carries on where it left off;
//   - whatever people and bots write is shown as text;
//   - it loads nothing from any other host, and takes nothing from a page of
//     another site;
//   - tokens never reach it.
//
// It holds no state of its own: the emulator is the only source of truth. The package must not know
// the bot or what it answers; it imports only slackemu.
package page

import (
	"context"
	"embed"
	"io/fs"
	"net/http"

	"careeradvisor/bot/slackemu"
)

// Options configures the page.
type Options struct {
	Title     string     `json:"title"`               // of the workspace
	People    []Person   `json:"people,omitempty"`    // whom one can switch between, starting with the first
	Commands  []Command  `json:"commands,omitempty"`  // the app's slash commands
	Shortcuts []Shortcut `json:"shortcuts,omitempty"` // the app's shortcuts
	Examples  Examples   `json:"-"`                   // questions to begin with; nil for none
}

// Person is someone whom a user of the page can play.
type Person struct {
	ID   string `json:"id"`
	Note string `json:"note"` // what is special about them: "admin"; may be empty
}

// Command is a slash command, as the composer completes it.
type Command struct {
	Name  string `json:"name"` // "/career"
	Usage string `json:"usage"`
	Does  string `json:"does"`
}

// Shortcut is an entry of the menu of messages or of the app.
type Shortcut struct {
	CallbackID string `json:"id"`
	Name       string `json:"name"`
	OnMessage  bool   `json:"onMessage"` // of a message, otherwise global
}

// Examples returns questions that people may ask, as soon as they are known or ctx ends.
type Examples func(context.Context) []string

//go:embed assets
var assets embed.FS

// page serves one workspace.
type page struct {
	slack *slackemu.Server
	opts  Options
	boot  string // distinguishes this process's revisions from another's
	pages chan struct{}
}

// maxPages bounds the number of pages following the workspace at once.
const maxPages = 64

// Serve adds the page to the emulator, at its [slackemu.Server.PageURL].
func Serve(s *slackemu.Server, opts Options) {
	p := &page{slack: s, opts: opts, boot: newBoot(), pages: make(chan struct{}, maxPages)}
	files, err := fs.Sub(assets, "assets")
	if err != nil {
		panic("page: " + err.Error()) // the files are part of the binary
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", http.FileServerFS(files))
	mux.HandleFunc("GET /page/setup", p.serveSetup)
	mux.HandleFunc("GET /page/examples", p.serveExamples)
	mux.HandleFunc("GET /page/stream", p.serveStream)
	mux.HandleFunc("POST /page/acts/{act}", p.serveAct)
	s.Handle("/", guard(mux))
}
