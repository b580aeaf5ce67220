package play

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Of is the practice of a thread, if it is the person's own.
func (v *Interviews) Of(ctx context.Context, channel, thread, user string) (memory.Practice, bool) {
	if thread == "" {
		return memory.Practice{}, false
	}
	p, err := v.Practices.Practice(ctx, channel, thread)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		v.Log.Warn("cannot tell whether an interview is practised in a thread; taking the message for a question", "error", err)
	}
	return p, err == nil && p.Owner == user && p.At < len(p.Areas)
}

// Practise takes what a person writes, and keeps none of it: an answer, or a word such as
// "next".
func (v *Interviews) Practise(ctx context.Context, p memory.Practice, message, text string, again bool) error {
	switch word := strings.ToLower(strings.Trim(render.OneLine(text), " .!")); {
	case slices.Contains([]string{"stop", "end", "quit", "finish", "enough"}, word):
		return v.endPractice(ctx, p, again)
	case slices.Contains([]string{"next", "skip", "next question", "pass", "continue"}, word):
		return v.nextArea(ctx, p, again)
	case p.Told:
		return v.practiceSays(ctx, p, "more "+message, again, PracticeMore(p))
	}
	p.Told = true
	if err := v.practiceSays(ctx, p, practiceStep(p), again, PracticeTold(p)); err != nil {
		return err
	}
	return v.keepPractice(ctx, p)
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
// posted is kept last, so that it is found when the work is taken up again.
func (v *Interviews) nextArea(ctx context.Context, p memory.Practice, again bool) error {
	if p.At+1 >= len(p.Areas) {
		return v.endPractice(ctx, p, again)
	}
	p.At, p.Told = p.At+1, false
	if err := v.practiceSays(ctx, p, practiceStep(p), again, PracticeQuestion(p)); err != nil {
		return err
	}
	return v.keepPractice(ctx, p)
}

func (v *Interviews) endPractice(ctx context.Context, p memory.Practice, again bool) error {
	p.Ended = true
	if err := v.practiceSays(ctx, p, practiceStep(p), again, PracticeEnd(p, v.Command)); err != nil {
		return err
	}
	return v.keepPractice(ctx, p)
}

func (v *Interviews) keepPractice(ctx context.Context, p memory.Practice) error {
	p.Updated = v.Now()
	if err := v.Practices.SavePractice(ctx, p); err != nil {
		return memory.Failed("keep a practice", err)
	}
	return nil
}

// practiceSays posts a step's messages in the thread of a practice, except for those
// that an earlier attempt has posted.
func (v *Interviews) practiceSays(ctx context.Context, p memory.Practice, step string, again bool, messages []render.Message) error {
	to, t := v.Post.In(p.Channel, p.Thread), practiceTurn(p, step)
	var err error
	if again {
		if t.Replies, err = v.Post.Posted(ctx, to, t); err != nil {
			return err
		}
	}
	messages = post.Mark(messages, t)
	_, err = v.Post.Deliver(ctx, to, messages[min(len(t.Replies), len(messages)):])
	return err
}

// Went reports whether a practice went on after a message: a process that took the
// message before may have died just before noting that it was done.
func (v *Interviews) Went(ctx context.Context, p memory.Practice, message string) (bool, error) {
	posted, err := v.Post.Posted(ctx, v.Post.In(p.Channel, p.Thread), practiceTurn(p, practiceStep(p)))
	return len(posted) > 0 && posted[0] > message, err
}

// practiceTurn names the messages of a step, so that they can be found again.
func practiceTurn(p memory.Practice, step string) memory.Turn {
	return memory.Turn{ID: memory.TurnID("practice " + p.Channel + " " + p.Thread + " " + step), At: p.Updated}
}

// Turn is the button for the next question, or for no more. It carries the question above
// it, so that clicking twice moves on only once.
func (v *Interviews) Turn(ctx context.Context, c wire.Click) error {
	p, err := v.Practices.Practice(ctx, c.Channel, c.Thread)
	switch {
	case err != nil && !errors.Is(err, knowledge.ErrNotFound):
		return memory.Failed("read a practice", err)
	case err != nil || p.Owner != c.User:
		return &knowledge.Error{Say: fmt.Sprintf(saysPracticeGone, v.Command), Cause: knowledge.ErrNotFound}
	case c.Again && (p.Ended || c.Value != strconv.Itoa(p.At)): // done before the process died
		return nil
	case p.Ended:
		return v.Post.Tell(ctx, c, fmt.Sprintf(saysPracticeOver, v.Command))
	case c.Value != strconv.Itoa(p.At):
		return v.Post.Tell(ctx, c, saysBehind)
	case c.Action == "next":
		return v.nextArea(ctx, p, c.Again)
	case c.Action == "stop":
		return v.endPractice(ctx, p, c.Again)
	}
	return v.Post.Outdated(ctx, c)
}
