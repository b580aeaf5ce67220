package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// practiceOf is the practice of a thread, if it is the person's own.
func (b *Bot) practiceOf(ctx context.Context, channel, thread, user string) (memory.Practice, bool) {
	if thread == "" {
		return memory.Practice{}, false
	}
	p, err := b.memory.Practice(ctx, channel, thread)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		b.log.Warn("cannot tell whether an interview is practised in a thread; taking the message for a question", "error", err)
	}
	return p, err == nil && p.Owner == user && p.At < len(p.Areas)
}

// inPractice takes a message in a practice's thread. A practice that has ended leaves
// its thread to questions.
func (b *Bot) inPractice(ctx context.Context, p memory.Practice, q question, answer func(context.Context) error) error {
	if q.again {
		if went, err := b.practiceWent(ctx, p, q.message); went || err != nil {
			return err
		}
	}
	if p.Ended {
		return answer(ctx)
	}
	if ok, tell := b.rates.allow(q.asker); !ok {
		return b.slowDown(ctx, q, tell)
	}
	return b.practise(ctx, p, q)
}

// practise takes what a person writes: an answer, or a word that leads on. What the
// person writes is not kept.
func (b *Bot) practise(ctx context.Context, p memory.Practice, q question) error {
	switch word := strings.ToLower(strings.Trim(render.OneLine(q.text), " .!")); {
	case slices.Contains([]string{"stop", "end", "quit", "finish", "enough"}, word):
		return b.endPractice(ctx, p, q.again)
	case slices.Contains([]string{"next", "skip", "next question", "pass", "continue"}, word):
		return b.nextArea(ctx, p, q.again)
	case p.Told:
		return b.practiceSays(ctx, p, "more "+q.message, q.again, practiceMore(p))
	}
	p.Told = true
	if err := b.practiceSays(ctx, p, practiceStep(p), q.again, practiceTold(p)); err != nil {
		return err
	}
	return b.keepPractice(ctx, p)
}

// practiceStep names what was said last in a practice.
func practiceStep(p memory.Practice) string {
	switch {
	case p.Ended:
		return "end"
	case p.Told:
		return "tell " + strconv.Itoa(p.At)
	}
	return "ask " + strconv.Itoa(p.At)
}

// nextArea asks the next question; after the last it ends the practice. What was
// posted is kept last, so that whoever takes up the work again finds it.
func (b *Bot) nextArea(ctx context.Context, p memory.Practice, again bool) error {
	if p.At+1 >= len(p.Areas) {
		return b.endPractice(ctx, p, again)
	}
	p.At, p.Told = p.At+1, false
	if err := b.practiceSays(ctx, p, practiceStep(p), again, practiceQuestion(p)); err != nil {
		return err
	}
	return b.keepPractice(ctx, p)
}

func (b *Bot) endPractice(ctx context.Context, p memory.Practice, again bool) error {
	p.Ended = true
	if err := b.practiceSays(ctx, p, practiceStep(p), again, practiceEnd(p, b.cfg.Command)); err != nil {
		return err
	}
	return b.keepPractice(ctx, p)
}

func (b *Bot) keepPractice(ctx context.Context, p memory.Practice) error {
	p.Updated = b.cfg.Now()
	if err := b.memory.SavePractice(ctx, p); err != nil {
		return unremembered("keep a practice", err)
	}
	return nil
}

// practiceSays posts a step's messages in the thread of a practice, except for those
// that an earlier attempt has posted.
func (b *Bot) practiceSays(ctx context.Context, p memory.Practice, step string, again bool, messages []render.Message) error {
	to, t := b.poster.In(p.Channel, p.Thread), practiceTurn(p, step)
	var err error
	if again {
		if t.Replies, err = b.poster.Posted(ctx, to, t); err != nil {
			return err
		}
	}
	messages = post.Mark(messages, t)
	_, err = b.poster.Deliver(ctx, to, messages[min(len(t.Replies), len(messages)):])
	return err
}

// practiceWent tells whether a practice went on after a message: the process that
// took the message before died when all was done but its being noted.
func (b *Bot) practiceWent(ctx context.Context, p memory.Practice, message string) (bool, error) {
	posted, err := b.poster.Posted(ctx, b.poster.In(p.Channel, p.Thread), practiceTurn(p, practiceStep(p)))
	return len(posted) > 0 && posted[0] > message, err
}

// practiceTurn names the messages of a step, so that they can be found again.
func practiceTurn(p memory.Practice, step string) memory.Turn {
	return memory.Turn{ID: turnID("practice " + p.Channel + " " + p.Thread + " " + step), At: p.Updated}
}

// turnPractice is the button for the next question, or for no more. It carries the
// question that it stands below: clicking it twice leads on once.
func (b *Bot) turnPractice(ctx context.Context, c wire.Click) error {
	p, err := b.memory.Practice(ctx, c.Channel, c.Thread)
	switch {
	case err != nil && !errors.Is(err, knowledge.ErrNotFound):
		return unremembered("read a practice", err)
	case err != nil || p.Owner != c.User:
		return &knowledge.Error{Say: fmt.Sprintf(saysPracticeGone, b.cfg.Command), Cause: knowledge.ErrNotFound}
	case c.Again && (p.Ended || c.Value != strconv.Itoa(p.At)): // done before the process died
		return nil
	case p.Ended:
		return b.poster.Tell(ctx, c, fmt.Sprintf(saysPracticeOver, b.cfg.Command))
	case c.Value != strconv.Itoa(p.At):
		return b.poster.Tell(ctx, c, saysBehind)
	case c.Action == "next":
		return b.nextArea(ctx, p, c.Again)
	case c.Action == "stop":
		return b.endPractice(ctx, p, c.Again)
	}
	return b.outdated(ctx, c)
}

// clickedInThread makes a taker of a click that goes in line with what is written in
// the conversation.
func clickedInThread(surface string, do func(*Bot, context.Context, wire.Click) error) taker {
	take := clicked(surface, do)
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		j, ok := take(b, d)
		if c, err := wire.ReadClick(d.Payload); err == nil && c.Channel != "" {
			j.Lane = wire.Said{Channel: c.Channel, ThreadTS: c.Thread}.Lane()
		}
		return j, ok
	}
}
