package bot

import (
	"context"
	"regexp"
	"strings"

	"careeradvisor/knowledge"
)

// follow takes what people write in threads of channels without mentioning the
// advisor. Where it has answered before, a question needs no mention; what people
// say to one another there, and every other thread, is none of its business.
func (b *Bot) follow(d delivery) (job, bool) {
	s, ok := b.words(d)
	if !ok || s.ThreadTS == "" || strings.Contains(s.Text, "<@"+b.self().UserID) { // a mention comes as one
		return job{}, false
	}
	q := question{
		surface: "thread",
		text:    unescape(s.Text, b.self().UserID),
		asker:   s.User,
		channel: s.Channel,
		thread:  s.ThreadTS,
		message: s.TS,
		below:   s.ThreadTS,
		within:  threadFor,
		again:   d.again,
		to:      conversation{b.api, s.Channel, s.ThreadTS},
		silent:  func(a knowledge.Answer) bool { return overheard(a, mentions.MatchString(s.Text)) },
	}
	j := b.ask(q, laneOf(s), d.names(s)...)
	answer := j.do
	j.do = func(ctx context.Context) error {
		if !b.takesPart(ctx, s.Channel, s.ThreadTS) {
			b.counts.ignored.Add(1)
			return nil
		}
		return answer(ctx)
	}
	return j, true
}

// mentions finds other people: a mention of the advisor itself comes by another
// route.
var mentions = regexp.MustCompile(`<@[A-Z0-9]+`)

// takesPart tells whether the advisor has answered in the thread, or the thread
// hangs below an answer of its own.
func (b *Bot) takesPart(ctx context.Context, channel, thread string) bool {
	turns, err := b.memory.Conversation(ctx, channel, thread, b.cfg.Now().Add(-threadFor), maxTurns)
	if err != nil {
		b.log.Warn("cannot tell whether a thread is the advisor's; staying out of it", errAttr(err))
		return false
	}
	for _, t := range turns {
		if len(t.Replies) > 0 {
			return true
		}
	}
	return false
}

// overheard tells an answer that nobody waits for: the message asked nothing, or
// it asked somebody else and the documents are silent.
func overheard(a knowledge.Answer, another bool) bool {
	asks := a.Why != nil && a.Why.Asks
	switch {
	case a.Kind == knowledge.Help || !asks && a.Kind != knowledge.Answered:
		return true
	case another:
		return !asks || a.Kind != knowledge.Answered
	}
	return false
}
