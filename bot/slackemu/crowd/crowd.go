// Package crowd has many people question a bot in a local Slack, by mention, direct message and
// slash command, and counts what they read: how many questions were asked, answered, answered twice
// and lost. In the meantime, tests break things.
//
// It promises to count what people see and what Slack was told, never what a bot
// says about itself. It must not know the bot: an answer is a message with
// metadata, and the answer to a command contains the command's text.
package crowd

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"careeradvisor/bot/slackemu"
)

// Crowd is a group of people who ask. Its methods may be called from any goroutine.
type Crowd struct {
	slack    *slackemu.Server
	question func(n int) string

	channels []slackemu.Channel
	people   []slackemu.User
	direct   []slackemu.Channel // one for each of the people

	mu       sync.Mutex
	asked    int
	mentions []slackemu.Message
	directs  map[string]int // by channel ID
	commands []command
}

// command is a question by slash command.
type command struct {
	envelope, text string
	channel        slackemu.Channel
	user           slackemu.User
}

// Options says who asks, and what.
type Options struct {
	Channels, People int
	Question         func(n int) string // the nth question; no command's text may contain another's
}

// New adds people to a workspace and channels with all of them.
func New(s *slackemu.Server, o Options) *Crowd {
	c := &Crowd{slack: s, question: o.Question, directs: map[string]int{}}
	for i := range o.People {
		u := s.AddUser(fmt.Sprintf("p%d", i))
		c.people = append(c.people, u)
		c.direct = append(c.direct, s.OpenDM(u))
	}
	for i := range o.Channels {
		c.channels = append(c.channels, s.AddChannel(fmt.Sprintf("crowd-%d", i), c.people...))
	}
	return c
}

// Ask asks one question: of every five, three are asked by mention, one directly and one by
// command.
func (c *Crowd) Ask() {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := c.asked
	c.asked++
	who, ch, text := n%len(c.people), c.channels[n%len(c.channels)], c.question(n)
	switch n % 5 {
	case 3:
		c.slack.Say(c.direct[who], c.people[who], text)
		c.directs[c.direct[who].ID]++
	case 4:
		in := c.slack.Command(ch, c.people[who], "/career", text)
		c.commands = append(c.commands, command{in.EnvelopeID, text, ch, c.people[who]})
	default:
		c.mentions = append(c.mentions, c.slack.Say(ch, c.people[who], c.slack.BotUser().Mention()+" "+text))
	}
}

// Stream asks a question every so often until ctx ends, but not while too many mentions and direct
// messages are waiting, so a slow bot is asked more slowly.
func (c *Crowd) Stream(ctx context.Context, every time.Duration, waiting int) {
	ctx, stop := context.WithCancel(ctx)
	var watch sync.WaitGroup
	defer watch.Wait()
	defer stop()
	var answered atomic.Int64
	watch.Go(func() {
		_, _ = c.slack.WaitCall(ctx, func(call slackemu.Call) bool { // each once, starting with the first
			if isPost(call) && call.Method == "chat.postMessage" {
				answered.Add(1)
			}
			return false
		})
	})
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if c.promised()-int(answered.Load()) < waiting {
				c.Ask()
			}
		case <-ctx.Done():
			return
		}
	}
}

// promised counts the questions that Slack delivers until they are acked.
func (c *Crowd) promised() (n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, asked := range c.directs {
		n += asked
	}
	return n + len(c.mentions)
}

// Asked returns how many questions have been asked so far.
func (c *Crowd) Asked() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.asked
}

// Wait waits until everything that must be answered has been, and then counts. If ctx ends first,
// it counts what there is.
func (c *Crowd) Wait(ctx context.Context) (Tally, error) {
	if err := c.slack.WaitIdle(ctx); err != nil {
		return c.Count(), fmt.Errorf("not everything is acked: %w", err)
	}
	for {
		before := c.posts()
		t := c.Count()
		missing := t.Lost + t.Commands.Lost
		if missing == 0 {
			return t, nil
		}
		seen := 0
		_, err := c.slack.WaitCall(ctx, func(call slackemu.Call) bool {
			if isPost(call) {
				seen++
			}
			return seen >= before+missing
		})
		if err != nil {
			return c.Count(), fmt.Errorf("not everything is answered: %w", err)
		}
	}
}

func (c *Crowd) posts() (n int) {
	for _, call := range c.slack.Calls() {
		if isPost(call) {
			n++
		}
	}
	return n
}

func isPost(c slackemu.Call) bool {
	return c.Error == "" && (c.Method == "chat.postMessage" || c.Method == "response_url")
}
