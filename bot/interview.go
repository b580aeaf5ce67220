package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// startInterview begins an interview that is practised: a thread in the person's
// direct messages, whose first message is the advisor's. The value of the button
// may name the role.
func (b *Bot) startInterview(ctx context.Context, c wire.Click) error {
	role, _ := strings.CutPrefix(c.Value, render.RolePrefix)
	if role == c.Value {
		role = ""
	}
	name, areas := b.library.Interview(role)
	if len(areas) == 0 {
		return b.poster.Tell(ctx, c, fmt.Sprintf(saysNoPractice, forRole(name)))
	}
	p := memory.Practice{Owner: c.User, Role: name, Areas: areas, Updated: b.cfg.Now()}
	letter := b.poster.To(c.User)
	posted, err := b.poster.Deliver(ctx, letter, practiceRoot(p))
	if err != nil {
		return fmt.Errorf("begin a practice: %w", post.Elsewhere(err))
	}
	p.Channel, p.Thread = letter.Channel(), posted[0]
	if err := b.memory.SavePractice(ctx, p); err != nil {
		return unremembered("keep a practice", err)
	}
	if err := b.practiceSays(ctx, p, practiceStep(p), c.Again, practiceQuestion(p)); err != nil {
		return err
	}
	if c.Channel == "" || c.Channel == p.Channel {
		return nil
	}
	return b.poster.Tell(ctx, c, fmt.Sprintf(saysPracticeWaits, forRole(name)))
}

func forRole(name string) string {
	if name == "" {
		return ""
	}
	return " for “" + render.Clip(render.OneLine(name), render.MaxOption) + "”"
}

// interviewOf reads what stands behind "interview" in a command: a role by its name
// or one of its aliases, with or without "for a". Anything else is a question.
func (b *Bot) interviewOf(rest string) (value string, ok bool) {
	words := strings.Fields(strings.ToLower(rest))
	for len(words) > 0 && slices.Contains([]string{"practice", "for", "as", "a", "an", "the"}, words[0]) {
		words = words[1:]
	}
	typed := strings.Join(words, " ")
	for _, r := range b.library.Contents().Roles {
		for _, name := range append([]string{r.Name}, r.Aliases...) {
			if strings.EqualFold(render.OneLine(name), typed) {
				return render.RolePrefix + r.Name, true
			}
		}
	}
	return "", false
}

// practisable is the role of an answer that cites what documents say is asked in
// interviews for it; "" for other answers.
func (b *Bot) practisable(a knowledge.Answer) string {
	if a.Kind != knowledge.Answered || a.Why == nil || len(a.Why.Roles) != 1 {
		return ""
	}
	name, areas := b.library.Interview(a.Why.Roles[0])
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
