package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"careeradvisor/bot/slackemu"
)

// act is something a person does; each kind uses the fields it needs.
type act struct {
	User     string            `json:"user"`
	Channel  string            `json:"channel"`
	TS       string            `json:"ts"`     // of the message that is acted on
	Thread   string            `json:"thread"` // to reply in
	Text     string            `json:"text"`   // in wire form: & < > are escaped, people are <@ID>
	Emoji    string            `json:"emoji"`
	Command  string            `json:"command"`
	Block    string            `json:"block"`
	Action   string            `json:"action"`
	Values   []string          `json:"values"` // what is chosen
	View     string            `json:"view"`
	Inputs   map[string]string `json:"inputs"` // what a view's inputs hold, by block_id
	Tab      string            `json:"tab"`
	Shortcut string            `json:"shortcut"`
	Fault    string            `json:"fault"`  // see faults
	Method   string            `json:"method"` // of the Web API that a fault hits; "*" for all
	Count    int               `json:"count"`  // calls or events that it hits
	Seconds  float64           `json:"seconds"`
	Envelope string            `json:"envelope"`
}

// target is who acts, and on what.
type target struct {
	u  slackemu.User
	ch slackemu.Channel
	m  slackemu.Message
}

// need says what parts of its target an act needs; each need includes those before it.
type need int

const (
	nothing need = iota
	person       // who is not a bot: nobody speaks for bots
	channel      // public, or one that the person is in
	message      // that the person can see
	own          // message of the person's
)

// acts lists what the page, or any program, may do: POST /page/acts/NAME.
var acts = map[string]struct {
	need need
	do   func(s *slackemu.Server, on target, a act) error
}{
	"say":    {channel, say},
	"edit":   {own, func(s *slackemu.Server, on target, a act) error { s.Edit(on.m, a.Text); return nil }},
	"delete": {own, func(s *slackemu.Server, on target, _ act) error { s.Delete(on.m); return nil }},
	"react":  {message, react},
	"command": {channel, func(s *slackemu.Server, on target, a act) error {
		s.Command(on.ch, on.u, a.Command, a.Text)
		return nil
	}},
	"shortcut": {message, func(s *slackemu.Server, on target, a act) error {
		s.MessageShortcut(on.u, on.m, a.Shortcut)
		return nil
	}},
	"click": {person, click},
	"submit": {person, func(s *slackemu.Server, on target, a act) error {
		_, err := s.Submit(on.u, a.view(), a.Inputs)
		return err
	}},
	"close":     {person, func(s *slackemu.Server, on target, a act) error { s.CloseView(on.u, a.view()); return nil }},
	"tab":       {person, tab},
	"invite":    {channel, func(s *slackemu.Server, on target, _ act) error { s.Join(on.ch, s.BotUser()); return nil }},
	"fault":     {nothing, fault},
	"heal":      {nothing, func(s *slackemu.Server, _ target, _ act) error { s.Heal(); return nil }},
	"redeliver": {nothing, func(s *slackemu.Server, _ target, a act) error { _, err := s.Redeliver(a.Envelope); return err }},
}

const maxAct = 1 << 20 // bytes

// serveAct carries out one act. The emulator panics if something is missing, since
// its callers are tests; a page may be a moment behind, so it gets an error.
func (p *page) serveAct(w http.ResponseWriter, r *http.Request) {
	known, ok := acts[r.PathValue("act")]
	if !ok {
		refuse(w, http.StatusNotFound, errors.New("there is no such act"))
		return
	}
	var a act
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxAct))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		refuse(w, http.StatusBadRequest, fmt.Errorf("the act cannot be read: %w", err))
		return
	}
	defer func() {
		if gone := recover(); gone != nil {
			refuse(w, http.StatusConflict, fmt.Errorf("this is not there any more (%v)", gone))
		}
	}()
	on, err := a.find(p.slack, known.need)
	if err == nil {
		err = known.do(p.slack, on, a)
	}
	if err != nil {
		refuse(w, http.StatusConflict, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string]bool{"ok": true})
}

func refuse(w http.ResponseWriter, status int, err error) {
	writeJSON(w, status, map[string]string{"error": err.Error()})
}

// find finds what an act needs.
func (a act) find(s *slackemu.Server, n need) (on target, err error) {
	if n >= person {
		users := s.Users()
		at := slices.IndexFunc(users, func(u slackemu.User) bool { return u.ID == a.User && !u.IsBot })
		if at < 0 {
			return on, fmt.Errorf("there is no person %q", a.User)
		}
		on.u = users[at]
	}
	if n >= channel {
		all := s.Channels()
		at := slices.IndexFunc(all, func(c slackemu.Channel) bool { return c.ID == a.Channel })
		if at < 0 || all[at].Closed() && !s.IsMember(all[at], on.u) {
			return on, fmt.Errorf("%s is in no conversation %q", on.u.RealName, a.Channel)
		}
		on.ch = all[at]
	}
	if n >= message {
		m, found := s.Message(on.ch, a.TS)
		if !found || m.EphemeralTo != "" && m.EphemeralTo != on.u.ID {
			return on, fmt.Errorf("there is no message %q any more", a.TS)
		}
		on.m = m
	}
	if n >= own && on.m.User != on.u.ID {
		return on, errors.New("only its author may do that")
	}
	return on, nil
}

func (a act) view() slackemu.View { return slackemu.View{ID: a.View} }

func say(s *slackemu.Server, on target, a act) error {
	if a.Text == "" {
		return errors.New("there is nothing to say")
	}
	s.Reply(on.ch, on.u, a.Thread, a.Text)
	return nil
}

// react adds an emoji, or removes it if the person has already added it.
func react(s *slackemu.Server, on target, a act) error {
	mine := slices.ContainsFunc(on.m.Reactions, func(r slackemu.Reaction) bool {
		return r.Name == a.Emoji && slices.Contains(r.Users, on.u.ID)
	})
	if mine {
		s.Unreact(on.u, on.m, a.Emoji)
	} else {
		s.React(on.u, on.m, a.Emoji)
	}
	return nil
}

func click(s *slackemu.Server, on target, a act) (err error) {
	if a.View != "" {
		if err = s.Type(on.u, a.view(), a.Inputs); err != nil {
			return err
		}
		_, err = s.ClickViewIn(on.u, a.view(), a.Block, a.Action, a.Values...)
		return err
	}
	if on, err = a.find(s, message); err == nil {
		_, err = s.ClickIn(on.u, on.m, a.Block, a.Action, a.Values...)
	}
	return err
}

func tab(s *slackemu.Server, on target, a act) error {
	if a.Tab == "home" {
		s.OpenHome(on.u)
	} else {
		s.OpenMessagesTab(on.u)
	}
	return nil
}

// faults lists what a page may break, by name.
var faults = map[string]func(*slackemu.Server, act){
	"429":  func(s *slackemu.Server, a act) { s.Fail(a.Method, a.Count, http.StatusTooManyRequests, a.wait()) },
	"503":  func(s *slackemu.Server, a act) { s.Fail(a.Method, a.Count, http.StatusServiceUnavailable, 0) },
	"slow": func(s *slackemu.Server, a act) { s.Slow(a.Method, a.wait()) },
	"lose": func(s *slackemu.Server, a act) { s.Lose(a.Method, a.Count) },

	"duplicate": func(s *slackemu.Server, a act) { s.DuplicateNext(a.Count) },
	"drop":      func(s *slackemu.Server, _ act) { s.DropTCP() },
	"hang":      func(s *slackemu.Server, _ act) { s.Hang() },

	"warning":           disconnect,
	"refresh_requested": disconnect,
	"link_disabled":     disconnect,
}

func disconnect(s *slackemu.Server, a act) { s.Disconnect(a.Fault) }

func (a act) wait() time.Duration { return time.Duration(a.Seconds * float64(time.Second)) }

func fault(s *slackemu.Server, _ target, a act) error {
	do := faults[a.Fault]
	if do == nil {
		return fmt.Errorf("there is no fault %q", a.Fault)
	}
	if a.Method == "" {
		a.Method = "*"
	}
	a.Count = max(a.Count, 1)
	do(s, a)
	return nil
}
