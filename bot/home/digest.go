package home

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// When the weekly summary goes out: at the first check on a Monday after this hour, in UTC.
const (
	digestHour  = 8
	DigestEvery = time.Hour // looks
)

// digestOf is the name of the switch for a person's weekly summary.
func digestOf(user string) string { return "digest:" + user }

// SendDigest tells admins what was asked in the week and what is open, and owners which of their
// documents are due. Of several processes, only one writes to each person.
func (h Editor) SendDigest(ctx context.Context) error {
	now := h.Now().UTC()
	if now.Weekday() != time.Monday || now.Hour() < digestHour {
		return nil
	}
	due := stale(h.Library.Contents().Documents, now)
	to := slices.Clone(h.Admins)
	for _, doc := range due {
		if id := wire.UserID(doc.Owner); id != "" {
			to = append(to, id)
		}
	}
	for _, user := range slices.Compact(slices.Sorted(slices.Values(to))) {
		if h.Settings.Off(digestOf(user)) {
			continue
		}
		messages, err := h.digest(ctx, user, due)
		if err != nil {
			return err
		}
		first, err := h.Memory.Once(ctx, digestOf(user)+now.Format(time.DateOnly), now)
		if err != nil {
			return memory.Failed("record that a summary was sent", err)
		}
		if !first || messages == nil {
			continue
		}
		if _, err := h.Post.Deliver(ctx, h.Post.In(user, ""), messages); err != nil {
			h.Log.Warn("a weekly summary did not arrive", "error", err)
		}
	}
	return nil
}

// digest is the weekly summary for one person; nil if there is nothing to say.
func (h Editor) digest(ctx context.Context, user string, due []DocumentInfo) ([]render.Message, error) {
	if !slices.Contains(h.Admins, user) {
		return Digest(nil, ownedBy(due, user)), nil
	}
	b, err := h.readBoard(ctx, 7)
	if err != nil {
		return nil, err
	}
	return Digest(b, due), nil
}

// Digest is the weekly summary: what was asked, unless b is nil, and which documents are due. It is
// nil if there is nothing to say.
func Digest(b *Board, due []DocumentInfo) []render.Message {
	if len(due) == 0 && (b == nil || b.Figures == (memory.Figures{}) && len(b.Clusters) == 0) {
		return nil
	}
	pieces := render.Paragraph("", "Your week with the advisor")
	if b != nil {
		pieces = append(pieces, render.Paragraph("", figuresText(b.Figures))...)
		if len(b.Clusters) > 0 {
			pieces = append(pieces, render.Paragraph("Open questions", fmt.Sprintf("%d. There is more about them on my Home tab:", len(b.Clusters)))...)
			var asked []string
			for _, c := range b.Clusters[:min(len(b.Clusters), maxListed)] {
				asked = append(asked, questionOf(c))
			}
			pieces = append(pieces, render.Bullets(asked)...)
		}
	}
	if len(due) > 0 {
		pieces = append(append(pieces, render.Paragraph("Due for a review", "")...), render.Bullets(staleLines(due))...)
	}
	return render.Below(render.Pack(pieces), slack.NewActionBlock("digest", render.Button("digest", "Stop these messages", "message")))
}

// SwitchDigest stops the weekly summary for the person who clicks, or starts it again.
func (h Editor) SwitchDigest(ctx context.Context, c wire.Click) error {
	off := !h.Settings.Off(digestOf(c.User)) || !c.View.Home
	if err := h.Settings.Switch(ctx, digestOf(c.User), off); err != nil {
		return memory.Failed("save a setting", err)
	}
	if c.View.Home {
		return h.Show(ctx, c.User, pagesOf(c.View.Meta))
	}
	return h.Post.Tell(ctx, c, saysNoDigest)
}
