package play

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Interviews are practised one question at a time, in a thread of a person's direct
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
	role, _ := strings.CutPrefix(c.Value, render.RolePrefix)
	if role == c.Value {
		role = ""
	}
	name, areas := v.Library.Interview(role)
	if len(areas) == 0 {
		return v.Post.Tell(ctx, c, fmt.Sprintf(saysNoPractice, forRole(name)))
	}
	p := memory.Practice{Owner: c.User, Role: name, Areas: areas, Updated: v.Now()}
	letter := v.Post.To(c.User)
	posted, err := v.Post.Deliver(ctx, letter, PracticeRoot(p))
	if err != nil {
		return fmt.Errorf("begin a practice: %w", post.Elsewhere(err))
	}
	p.Channel, p.Thread = letter.Channel(), posted[0]
	if err := v.Practices.SavePractice(ctx, p); err != nil {
		return memory.Failed("keep a practice", err)
	}
	if err := v.practiceSays(ctx, p, practiceStep(p), c.Again, PracticeQuestion(p)); err != nil {
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

// Role reads what is behind "interview" in a command: a role by its name
// or one of its aliases, with or without "for a". Anything else is a question.
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

// RoleOf is the role of an answer that cites what documents say is asked in
// interviews for it; "" for other answers.
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
