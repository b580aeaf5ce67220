package bot

import (
	"cmp"
	"context"
	"strings"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/wire"
)

// mention takes questions to the advisor in channels. The answer follows in the
// question's thread, or in one below it.
func mention(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	s, ok := b.words(d)
	if !ok || strings.HasPrefix(s.Channel, "D") { // a direct message comes as one
		return inbox.Job{}, false
	}
	q := b.desk.Written("mention", d, s, cmp.Or(s.ThreadTS, s.TS))
	q.Text = strings.TrimLeft(q.Text, " ,:;\n") // "@advisor: PM vs TPM?"
	j := b.desk.Ask(q, s.Lane(), d.Names(s)...)
	answer := j.Do
	j.Do = func(ctx context.Context) error {
		if !d.Again {
			if _, ok, err := b.desk.Answered(ctx, s.Channel, s.TS); err == nil && ok {
				return nil // it was overheard and answered before the mention was edited in
			}
		}
		return answer(ctx)
	}
	return j, true
}
