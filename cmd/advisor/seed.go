package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/blockkit"
	"careeradvisor/knowledge"
)

// demo is the conversation of --seed demo, about the built-in guides.
//
//go:embed demo.txt
var demo string

// line is one line of a prepared conversation.
type line struct {
	number int
	who    string
	where  string // "#general"; "@" for the direct message with the app
	reply  bool   // to what was said there last at top level
	text   string
}

// lineForm is "Ann #general: text", with @ for the direct message and > for a reply.
var lineForm = regexp.MustCompile(`^(\w+) +(#[\w-]+|@)(?::| *(>)) *(\S.*)$`)

// answerWithin is how long the next line of a conversation waits for an answer.
const answerWithin = 10 * time.Second

// readSeed reads a prepared conversation: "demo", a file, or none for "".
// Empty lines and those that begin with // are left out.
func readSeed(name string) ([]line, error) {
	text := demo
	switch name {
	case "":
		return nil, nil
	case "demo":
	default:
		raw, err := os.ReadFile(name)
		if err != nil {
			return nil, &knowledge.Error{Say: fmt.Sprintf("The prepared conversation %s cannot be read: check the path.", name), Cause: err}
		}
		text = string(raw)
	}
	var all []line
	for i, s := range strings.Split(text, "\n") {
		s = strings.TrimSpace(s)
		if s == "" || strings.HasPrefix(s, "//") {
			continue
		}
		m := lineForm.FindStringSubmatch(s)
		if m == nil {
			return nil, &knowledge.Error{Say: fmt.Sprintf("%s:%d is no line of a conversation: write it like \"Ann #general: hello\".", name, i+1)}
		}
		all = append(all, line{number: i + 1, who: m[1], where: m[2], reply: m[3] != "", text: m[4]})
	}
	return all, nil
}

// seed plays a conversation, and gives the app time to answer what it is asked.
func (g *ground) seed(ctx context.Context, lines []line) error {
	if len(lines) == 0 {
		return nil
	}
	if err := g.WaitConnected(ctx, 1); err != nil {
		return err
	}
	last := map[string]slackemu.Message{} // by channel, what began a thread last
	for _, l := range lines {
		if err := g.play(ctx, l, last); err != nil {
			return fmt.Errorf("line %d: %w", l.number, err)
		}
	}
	return nil
}

func (g *ground) play(ctx context.Context, l line, last map[string]slackemu.Message) error {
	at := slices.IndexFunc(g.people, func(u slackemu.User) bool { return strings.EqualFold(u.Name, l.who) })
	if at < 0 {
		return fmt.Errorf("there is no %s here", l.who)
	}
	u := g.people[at]
	ch, err := g.find(u, l.where)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	if word, rest, _ := strings.Cut(l.text, " "); strings.HasPrefix(word, "/") {
		return g.runCommand(ctx, ch, u, word, rest)
	}
	text := strings.ReplaceAll(blockkit.Typed(l.text), "@"+g.BotUser().RealName, g.BotUser().Mention())
	parent, begun := last[ch.ID]
	if l.reply && !begun {
		return fmt.Errorf("there is nothing to reply to in %s", l.where)
	}
	var m slackemu.Message
	if l.reply {
		m = g.Reply(ch, u, parent.TS, text)
	} else {
		m = g.Say(ch, u, text)
		last[ch.ID] = m
	}
	if ch.IsIM || strings.Contains(text, g.BotUser().Mention()) {
		return g.answered(ctx, func() error { _, err := g.WaitReply(ctx, m); return err })
	}
	return nil
}

func (g *ground) runCommand(ctx context.Context, ch slackemu.Channel, u slackemu.User, command, text string) error {
	before := len(g.Ephemerals(ch, u))
	g.Command(ch, u, command, blockkit.Typed(text))
	return g.answered(ctx, func() error {
		return g.WaitFor(ctx, func() bool { return len(g.Ephemerals(ch, u)) > before })
	})
}

// answered waits for an answer; none in time is no reason to stop.
func (g *ground) answered(ctx context.Context, wait func() error) error {
	err := wait()
	if errors.Is(err, context.DeadlineExceeded) {
		return nil
	}
	return err
}

func (g *ground) find(u slackemu.User, where string) (slackemu.Channel, error) {
	if where == "@" {
		return g.OpenDM(u), nil
	}
	all := g.Channels()
	at := slices.IndexFunc(all, func(c slackemu.Channel) bool { return !c.IsIM && "#"+c.Name == where })
	if at < 0 {
		return slackemu.Channel{}, fmt.Errorf("there is no channel %s", where)
	}
	return all[at], nil
}
