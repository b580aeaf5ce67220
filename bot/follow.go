package bot

import (
	"context"
	"regexp"
	"slices"
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
	q := b.written("thread", d, s, s.ThreadTS)
	names := d.names(s)
	names[0] = "overheard " + names[0] // a mention that is edited in is news
	j := b.ask(q, laneOf(s), names...)
	j.do = func(ctx context.Context) error {
		askers := b.askersIn(ctx, s.Channel, s.ThreadTS)
		if len(askers) == 0 {
			return nil
		}
		q := q
		q.silent = func(a knowledge.Answer) bool {
			return overheard(a, mentions.MatchString(s.Text) || !slices.Contains(askers, s.User))
		}
		return b.answer(ctx, q, turnID(names[0]))
	}
	return j, true
}

// mentions finds other people: a mention of the advisor itself comes by another
// route.
var mentions = regexp.MustCompile(`<@[A-Z0-9]+`)

// askersIn are the people whom the advisor has answered in the thread, or above it
// in an answer of its own that the thread hangs below; none where it has no part.
func (b *Bot) askersIn(ctx context.Context, channel, thread string) []string {
	turns, err := b.memory.Conversation(ctx, channel, thread, b.cfg.Now().Add(-threadFor), maxThread)
	if err != nil {
		b.log.Warn("cannot tell whether a thread is the advisor's; staying out of it", errAttr(err))
		return nil
	}
	var all []string
	for _, t := range turns {
		if len(t.Replies) > 0 {
			all = append(all, t.Asker)
		}
	}
	return all
}

// maxThread is how many turns of a thread are looked at.
const maxThread = 20

// overheard tells an answer that nobody waits for: the message asked nothing, or it
// was between people, said to somebody or by somebody who has not asked the advisor
// here, and the documents are silent.
func overheard(a knowledge.Answer, between bool) bool {
	asks := a.Why != nil && a.Why.Asks
	switch {
	case a.Kind == knowledge.Help || !asks && a.Kind != knowledge.Answered:
		return true
	case between:
		return !asks || a.Kind != knowledge.Answered
	}
	return false
}
