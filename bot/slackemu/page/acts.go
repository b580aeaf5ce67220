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
	Inputs   map[string]string `json:"inputs"` // what a modal's inputs hold, by block_id
	Tab      string            `json:"tab"`
	Shortcut string            `json:"shortcut"`
	Fault    string            `json:"fault"`  // see faults
	Method   string            `json:"method"` // of the Web API that a fault hits; "*" for all
	Count    int               `json:"count"`  // calls or events that it hits
	Seconds  float64           `json:"seconds"`
	Envelope string            `json:"envelope"`
}

// acts lists what the page, or any program, may do: POST /page/acts/NAME.
var acts = map[string]func(*page, act) error{
	"say":       (*page).say,
	"edit":      own(func(s *slackemu.Server, m slackemu.Message, a act) { s.Edit(m, a.Text) }),
	"delete":    own(func(s *slackemu.Server, m slackemu.Message, _ act) { s.Delete(m) }),
	"react":     (*page).react,
	"command":   (*page).command,
	"shortcut":  (*page).shortcut,
	"click":     (*page).click,
	"submit":    (*page).submit,
	"close":     (*page).close,
	"tab":       (*page).tab,
	"invite":    (*page).invite,
	"fault":     (*page).fault,
	"heal":      func(p *page, _ act) error { p.slack.Heal(); return nil },
	"redeliver": func(p *page, a act) error { _, err := p.slack.Redeliver(a.Envelope); return err },
}

const maxAct = 1 << 20 // bytes

// serveAct carries out one act. The emulator panics if something is missing, since
// its callers are tests; a page may be a moment behind, so it gets an error.
func (p *page) serveAct(w http.ResponseWriter, r *http.Request) {
	do := acts[r.PathValue("act")]
	if do == nil {
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
	if err := do(p, a); err != nil {
		refuse(w, http.StatusConflict, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string]bool{"ok": true})
}

func refuse(w http.ResponseWriter, status int, err error) {
	writeJSON(w, status, map[string]string{"error": err.Error()})
}

func (p *page) say(a act) error {
	ch, u, err := p.there(a)
	switch {
	case err != nil:
		return err
	case a.Text == "":
		return errors.New("there is nothing to say")
	case a.Thread != "":
		p.slack.Reply(ch, u, a.Thread, a.Text)
	default:
		p.slack.Say(ch, u, a.Text)
	}
	return nil
}

// own wraps an act that only the author of a message may do.
func own(do func(*slackemu.Server, slackemu.Message, act)) func(*page, act) error {
	return func(p *page, a act) error {
		m, u, err := p.message(a)
		if err == nil && m.User != u.ID {
			err = errors.New("only its author may do that")
		}
		if err == nil {
			do(p.slack, m, a)
		}
		return err
	}
}

// react adds an emoji, or removes it if the person had added it.
func (p *page) react(a act) error {
	m, u, err := p.message(a)
	if err != nil {
		return err
	}
	mine := slices.ContainsFunc(m.Reactions, func(r slackemu.Reaction) bool {
		return r.Name == a.Emoji && slices.Contains(r.Users, u.ID)
	})
	if mine {
		p.slack.Unreact(u, m, a.Emoji)
	} else {
		p.slack.React(u, m, a.Emoji)
	}
	return nil
}

func (p *page) command(a act) error {
	ch, u, err := p.there(a)
	if err == nil {
		p.slack.Command(ch, u, a.Command, a.Text)
	}
	return err
}

func (p *page) shortcut(a act) error {
	u, err := p.person(a.User)
	if err != nil {
		return err
	}
	if a.TS == "" {
		p.slack.Shortcut(u, a.Shortcut)
		return nil
	}
	m, _, err := p.message(a)
	if err == nil {
		p.slack.MessageShortcut(u, m, a.Shortcut)
	}
	return err
}

func (p *page) click(a act) error {
	if a.View != "" {
		u, err := p.person(a.User)
		if err == nil {
			_, err = p.slack.ClickViewIn(u, slackemu.View{ID: a.View}, a.Block, a.Action, a.Values...)
		}
		return err
	}
	m, u, err := p.message(a)
	if err == nil {
		_, err = p.slack.ClickIn(u, m, a.Block, a.Action, a.Values...)
	}
	return err
}

func (p *page) submit(a act) error {
	u, err := p.person(a.User)
	if err == nil {
		_, err = p.slack.Submit(u, slackemu.View{ID: a.View}, a.Inputs)
	}
	return err
}

func (p *page) close(a act) error {
	u, err := p.person(a.User)
	if err == nil {
		p.slack.CloseView(u, slackemu.View{ID: a.View})
	}
	return err
}

func (p *page) tab(a act) error {
	u, err := p.person(a.User)
	switch {
	case err != nil:
		return err
	case a.Tab == "home":
		p.slack.OpenHome(u)
	default:
		p.slack.OpenMessagesTab(u)
	}
	return nil
}

// invite lets the bot join a channel.
func (p *page) invite(a act) error {
	ch, _, err := p.there(a)
	if err == nil {
		p.slack.Join(ch, p.slack.BotUser())
	}
	return err
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

func (p *page) fault(a act) error {
	do := faults[a.Fault]
	if do == nil {
		return fmt.Errorf("there is no fault %q", a.Fault)
	}
	if a.Method == "" {
		a.Method = "*"
	}
	a.Count = max(a.Count, 1)
	do(p.slack, a)
	return nil
}
