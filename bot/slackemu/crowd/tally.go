package crowd

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"careeradvisor/bot/slackemu"
)

// Tally says what became of the questions. The top fields count mentions and direct
// messages: Slack delivers those until they are acked, and everyone can see the
// answers.
type Tally struct {
	Asked, Answered, Lost int
	Twice                 int // answers that repeat another
	Strange               int // messages of the bot's that are no answers, such as apologies

	Commands Commands
}

// Commands counts the questions by slash command. Slack delivers those once and
// tells the person if the ack does not come; only that person sees the answer.
type Commands struct {
	Asked, Unacked int
	Answered, Lost int // of those that were acked
	Twice, Anyway  int // Anyway: answered although the ack was lost
}

// String returns the tally in one line.
func (t Tally) String() string {
	c := t.Commands
	return fmt.Sprintf("%d asked, %d answered, %d lost, %d twice, %d strange; commands: %d asked, %d acked, %d of these answered, %d lost, %d twice, %d answered without an ack",
		t.Asked, t.Answered, t.Lost, t.Twice, t.Strange, c.Asked, c.Asked-c.Unacked, c.Answered, c.Lost, c.Twice, c.Anyway)
}

// Count counts what there is now.
func (c *Crowd) Count() Tally {
	c.mu.Lock()
	defer c.mu.Unlock()
	var t Tally
	replies := map[string][]slackemu.Message{} // by the parent's timestamp
	for _, ch := range c.channels {
		for _, m := range c.slack.Messages(ch) {
			if m.FromBot() {
				replies[m.ThreadTS] = append(replies[m.ThreadTS], m)
			}
		}
	}
	for _, q := range c.mentions {
		t.add(1, replies[q.TS])
	}
	for _, ch := range c.direct {
		all := slices.DeleteFunc(c.slack.Messages(ch), func(m slackemu.Message) bool { return !m.FromBot() })
		t.add(c.directs[ch.ID], all)
	}
	t.Commands = c.countCommands()
	return t
}

// add counts what was said in reply to some questions. Each should have one answer.
func (t *Tally) add(asked int, said []slackemu.Message) {
	distinct := map[string]bool{}
	for _, m := range said {
		if m.Metadata == nil {
			t.Strange++
			continue
		}
		if distinct[string(m.Metadata)] {
			t.Twice++
		}
		distinct[string(m.Metadata)] = true
	}
	t.Asked += asked
	t.Answered += min(asked, len(distinct))
	t.Lost += max(0, asked-len(distinct))
	t.Twice += max(0, len(distinct)-asked)
}

func (c *Crowd) countCommands() (t Commands) {
	acked := map[string]bool{}
	for _, e := range c.slack.Envelopes() {
		acked[e.ID] = e.Acked
	}
	read := map[string][]string{} // by channel and person: what only they read
	for _, q := range c.commands {
		key := q.channel.ID + q.user.ID
		if _, ok := read[key]; !ok {
			read[key] = []string{}
			for _, m := range c.slack.Ephemerals(q.channel, q.user) {
				read[key] = append(read[key], m.Plain()+"\n")
			}
		}
		n := 0
		for _, text := range read[key] {
			if strings.Contains(text, q.text+"\n") {
				n++
			}
		}
		t.Asked++
		t.Twice += max(0, n-1)
		switch {
		case !acked[q.envelope]:
			t.Unacked++
			t.Anyway += min(n, 1)
		case n == 0:
			t.Lost++
		default:
			t.Answered++
		}
	}
	return t
}

// AckTimes returns, shortest first, how long each acked envelope first sent since then waited for its ack.
func AckTimes(s *slackemu.Server, since time.Time) []time.Duration {
	var all []time.Duration
	for _, e := range s.Envelopes() {
		if e.Acked && len(e.SentAt) > 0 && !e.SentAt[0].Before(since) {
			all = append(all, e.AckedAt.Sub(e.SentAt[0]))
		}
	}
	slices.Sort(all)
	return all
}

// AnswerTimes returns, shortest first, how long each mention asked since then waited for its answer.
func (c *Crowd) AnswerTimes(since time.Time) []time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	answered := map[string]string{} // timestamps of first answers, by the parent's
	for _, ch := range c.channels {
		for _, m := range c.slack.Messages(ch) {
			if m.FromBot() && m.Metadata != nil && answered[m.ThreadTS] == "" {
				answered[m.ThreadTS] = m.TS
			}
		}
	}
	var all []time.Duration
	for _, q := range c.mentions {
		asked := at(q.TS)
		if ts, ok := answered[q.TS]; ok && !asked.Before(since) {
			all = append(all, at(ts).Sub(asked))
		}
	}
	slices.Sort(all)
	return all
}

// at is the time of one of Slack's timestamps, seconds with six decimals.
func at(ts string) time.Time {
	micros, _ := strconv.ParseInt(strings.Replace(ts, ".", "", 1), 10, 64) // the local Slack's own
	return time.UnixMicro(micros)
}
