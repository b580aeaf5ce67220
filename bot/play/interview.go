package play

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Interviews lets people practise interviews one question at a time, in a thread of their direct
// messages.
type Interviews struct {
	Practices memory.Practices
	Library   Library
	Post      *post.Poster
	Command   string // the slash command
	Now       func() time.Time
	Log       *slog.Logger
}

// Start begins interview practice: a thread in the person's direct messages, which the
// advisor opens. The value of the button may name the role.
func (v *Interviews) Start(ctx context.Context, c wire.Click) error {
	role, ok := strings.CutPrefix(c.Value, render.RolePrefix)
	if !ok {
		role = ""
	}
	name, areas := v.Library.Interview(role)
	if len(areas) == 0 {
		return v.Post.Tell(ctx, c, fmt.Sprintf(saysNoPractice, forRole(name)))
	}
	p := memory.Practice{Owner: c.User, Role: name, Areas: areas, Updated: v.Now()}
	letter := v.Post.In(c.User, "")
	posted, err := v.Post.Deliver(ctx, letter, PracticeRoot(p))
	if err != nil {
		return fmt.Errorf("begin a practice: %w", post.Elsewhere(err))
	}
	p.Channel, p.Thread = letter.Channel(), posted[0]
	if err := v.Practices.SavePractice(ctx, p); err != nil { // first, so that a reply counts as an answer
		return memory.Failed("keep a practice", err)
	}
	if err := v.says(ctx, p, stepOf(p), c.Again, PracticeQuestion(p)); err != nil {
		return err
	}
	waits := fmt.Sprintf(saysPracticeWaits, forRole(name))
	switch {
	case c.View.Home:
		if err := v.Post.Modal(ctx, c, render.Modal("waits", "Interview practice", "", "", render.TextBlock(waits))); err != nil {
			v.Log.Warn("nobody is told that the interview has begun in Messages", "error", err)
		}
		return nil
	case c.Channel == "" || c.Channel == p.Channel:
		return nil
	}
	return v.Post.Tell(ctx, c, waits)
}

func forRole(name string) string {
	if name == "" {
		return ""
	}
	return " for “" + render.Clip(render.OneLine(name), render.MaxOption) + "”"
}

// Role reads what follows "interview" in a command: a role by its name or one of its aliases, with
// or without "for a". Anything else is a question.
func (v *Interviews) Role(rest string) (value string, ok bool) {
	words := strings.Fields(strings.ToLower(rest))
	for len(words) > 0 && slices.Contains([]string{"practice", "for", "as", "a", "an", "the"}, words[0]) {
		words = words[1:]
	}
	typed := strings.Join(words, " ")
	for _, r := range v.Library.Roles() {
		for _, name := range append([]string{r.Name}, r.Aliases...) {
			if strings.EqualFold(render.OneLine(name), typed) {
				return render.RolePrefix + r.Name, true
			}
		}
	}
	return "", false
}

// RoleOf is the role whose interview questions an answer cites; "" for any other answer.
func (v *Interviews) RoleOf(a knowledge.Answer) string {
	if a.Kind != knowledge.Answered || a.Why == nil || len(a.Why.Roles) != 1 {
		return ""
	}
	name, areas := v.Library.Interview(a.Why.Roles[0])
	cited := slices.ContainsFunc(areas, func(area knowledge.Area) bool {
		return slices.ContainsFunc(a.Citations, func(c knowledge.Citation) bool {
			return len(area.Cited) > 0 && c.Doc == area.Cited[0].Doc && c.Section == area.Cited[0].Section
		})
	})
	if !cited || len(name) > render.MaxRole {
		return ""
	}
	return name
}

// Of returns the practice of a thread, if it is the person's own.
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

// Practise takes what a person writes, an answer or a word such as "next", and keeps none of it.
func (v *Interviews) Practise(ctx context.Context, p memory.Practice, message, text string, again bool) error {
	switch word := strings.ToLower(strings.Trim(render.OneLine(text), " .!")); {
	case slices.Contains([]string{"stop", "end", "quit", "finish", "enough"}, word):
		return v.endPractice(ctx, p, again)
	case slices.Contains([]string{"next", "skip", "next question", "pass", "continue"}, word):
		return v.nextArea(ctx, p, again)
	case p.Told:
		return v.says(ctx, p, "more "+message, again, PracticeMore(p))
	}
	p.Told = true
	return v.goOn(ctx, p, again, PracticeTold(p))
}

// stepOf names the step that a practice said last.
func stepOf(p memory.Practice) string {
	switch {
	case p.Ended:
		return "end"
	case p.Told:
		return "tell " + strconv.Itoa(p.At)
	}
	return "ask " + strconv.Itoa(p.At)
}

// nextArea asks the next question; after the last one it ends the practice.
func (v *Interviews) nextArea(ctx context.Context, p memory.Practice, again bool) error {
	if p.At+1 >= len(p.Areas) {
		return v.endPractice(ctx, p, again)
	}
	p.At, p.Told = p.At+1, false
	return v.goOn(ctx, p, again, PracticeQuestion(p))
}

func (v *Interviews) endPractice(ctx context.Context, p memory.Practice, again bool) error {
	p.Ended = true
	return v.goOn(ctx, p, again, PracticeEnd(p, v.Command))
}

// goOn posts the step that a practice has come to. It records this last, so that work that is taken
// up again finds the step.
func (v *Interviews) goOn(ctx context.Context, p memory.Practice, again bool, messages []render.Message) error {
	if err := v.says(ctx, p, stepOf(p), again, messages); err != nil {
		return err
	}
	p.Updated = v.Now()
	return memory.Failed("keep a practice", v.Practices.SavePractice(ctx, p))
}

// says posts a step's messages in the thread of a practice, except those that an earlier attempt
// posted.
func (v *Interviews) says(ctx context.Context, p memory.Practice, step string, again bool, messages []render.Message) error {
	_, err := v.Post.DeliverOnce(ctx, v.Post.In(p.Channel, p.Thread), stepID(p, step), p.Updated, again, messages)
	return err
}

// Went reports whether a practice went on after a message: a process that took the
// message before may have died just before noting that it was done.
func (v *Interviews) Went(ctx context.Context, p memory.Practice, message string) (bool, error) {
	posted, err := v.Post.Posted(ctx, v.Post.In(p.Channel, p.Thread), memory.Turn{ID: stepID(p, stepOf(p)), At: p.Updated})
	return len(posted) > 0 && posted[0] > message, err
}

// stepID names the messages of a step, so that they can be found again.
func stepID(p memory.Practice, step string) string {
	return memory.TurnID("practice " + p.Channel + " " + p.Thread + " " + step)
}

// Turn takes the button for the next question, or for ending the practice. It carries the question
// above it, so that clicking twice moves on only once.
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
