package channels

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// Every is how often settings are read again, since another process may change them.
const Every = 2 * time.Second

// Channel is how the advisor behaves in a channel. Documents are IDs, and folders that end in a
// slash; people and channels are Slack's IDs.
type Channel struct {
	Unasked bool     `json:"unasked,omitempty"` // it answers questions that do not mention it, if it is sure
	Private bool     `json:"private,omitempty"` // only the asker sees the answer
	Docs    []string `json:"docs,omitempty"`    // it answers from these; from all if empty
	Kept    bool     `json:"kept,omitempty"`    // those are quoted nowhere else
	Askers  []string `json:"askers,omitempty"`  // who may ask; everybody if empty
	Helper  string   `json:"helper,omitempty"`  // who is mentioned when a person is asked
	Help    string   `json:"help,omitempty"`    // where that is posted; the configured channel if empty
}

// MayAsk reports whether a person may ask in the channel.
func (c Channel) MayAsk(user string) bool {
	return len(c.Askers) == 0 || slices.Contains(c.Askers, user)
}

// Settings are what admins set. Reading them takes no database call: they are as they were when
// [Settings.Load] last read them.
type Settings struct {
	memory memory.Settings
	set    sync.Mutex
	last   atomic.Pointer[state]
}

// New makes settings that are kept in a memory.
func New(m memory.Settings) *Settings { return &Settings{memory: m} }

// state holds everything that is set. It is replaced, never changed.
type state struct {
	channels map[string]Channel
	editors  []string
	off      map[string]bool
}

// The names under which settings are kept.
const (
	ofChannel = "channel:" // before its ID
	ofEditors = "editors"
	ofSwitch  = "off:" // before the name of what is switched off
)

// Load reads the settings.
func (s *Settings) Load(ctx context.Context) error {
	s.set.Lock()
	defer s.set.Unlock()
	return s.load(ctx)
}

func (s *Settings) load(ctx context.Context) error {
	values, err := s.memory.Settings(ctx)
	if err != nil {
		return fmt.Errorf("read settings: %w", err)
	}
	now := &state{channels: map[string]Channel{}, off: map[string]bool{}}
	for name, value := range values {
		var err error
		if id, ok := strings.CutPrefix(name, ofChannel); ok {
			var c Channel
			err = json.Unmarshal([]byte(value), &c)
			now.channels[id] = c
		} else if id, ok := strings.CutPrefix(name, ofSwitch); ok {
			now.off[id] = true
		} else if name == ofEditors {
			err = json.Unmarshal([]byte(value), &now.editors)
		}
		if err != nil {
			return fmt.Errorf("read the setting %q: %w", name, err)
		}
	}
	s.last.Store(now)
	return nil
}

func (s *Settings) save(ctx context.Context, name string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	if t := string(text); t == "{}" || t == "null" || t == "[]" || t == "false" {
		text = nil
	}
	s.set.Lock()
	defer s.set.Unlock()
	if err := s.memory.SaveSetting(ctx, name, string(text)); err != nil {
		return err
	}
	return s.load(ctx)
}

// now is what is currently set; nothing if it was never read.
func (s *Settings) now() *state { return cmp.Or(s.last.Load(), &state{}) }

// Of is how the advisor behaves in a channel; Save changes it.
func (s *Settings) Of(channel string) Channel { return s.now().channels[channel] }

// Helps reports whether questions are posted in a channel for people to help with.
func (s *Settings) Helps(channel string) bool {
	for _, c := range s.now().channels {
		if c.Help == channel {
			return true
		}
	}
	return false
}

// Save keeps how the advisor behaves in a channel.
func (s *Settings) Save(ctx context.Context, channel string, c Channel) error {
	return s.save(ctx, ofChannel+channel, c)
}

// Editors are the people who look after documents as admins do; SaveEditors changes them.
func (s *Settings) Editors() []string { return s.now().editors }

// SaveEditors saves who the editors are.
func (s *Settings) SaveEditors(ctx context.Context, users []string) error {
	return s.save(ctx, ofEditors, users)
}

// Off reports whether something is switched off; Switch switches it.
func (s *Settings) Off(what string) bool { return s.now().off[what] }

// Switch switches something off or on again.
func (s *Settings) Switch(ctx context.Context, what string, off bool) error {
	return s.save(ctx, ofSwitch+what, off)
}

// Scope says which documents may be quoted in a channel; "" is anywhere else.
func (s *Settings) Scope(channel string) knowledge.Scope {
	now := s.last.Load()
	if now == nil { // nobody knows what is kept where
		return knowledge.Scope{Only: []string{"/"}}
	}
	here := now.channels[channel]
	scope := knowledge.Scope{Channel: channel, Only: here.Docs}
	for _, c := range now.channels {
		if c.Kept && !here.Kept { // what is kept here may be quoted here, even if another channel keeps it too
			scope.Never = append(scope.Never, c.Docs...)
		}
	}
	slices.Sort(scope.Never)
	return scope
}

// MayQuote reports whether everything an answer rests on may be quoted in a channel; "" is anywhere
// else.
func (s *Settings) MayQuote(a knowledge.Answer, channel string) bool {
	scope := s.Scope(channel)
	return !slices.ContainsFunc(a.Citations, func(c knowledge.Citation) bool { return !scope.Allows(c.Doc, strings.Fields(c.Channels)) })
}

// InWords says how the advisor behaves in each channel that has settings, by ID.
func (s *Settings) InWords() map[string]string {
	all := map[string]string{}
	for id, c := range s.now().channels {
		all[id] = c.inWords()
	}
	return all
}

func (c Channel) inWords() string {
	var parts []string
	for _, p := range []struct {
		on   bool
		says string
	}{
		{c.Unasked, "I answer without being mentioned"},
		{c.Private, "only the person who asks sees the answer"},
		{len(c.Docs) > 0 && !c.Kept, "I answer from chosen documents"},
		{c.Kept, "I answer from documents that I don't quote anywhere else"},
		{len(c.Askers) > 0, "only chosen people may ask"},
		{c.Helper+c.Help != "", "I hand questions over to chosen people"},
	} {
		if p.on {
			parts = append(parts, p.says)
		}
	}
	return strings.Join(parts, "; ")
}
