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

// When the weekly summary goes out, in UTC: at the first look on a Monday after this
// hour.
const (
	digestHour  = 8
	DigestEvery = time.Hour // looks
)

// Digest is the weekly summary.
type Digest struct{ Home *Home }

// digestOf is the switch of a person's weekly summary.
func digestOf(user string) string { return "digest:" + user }

// Send sends admins what was asked in a week and what is open, and owners which of
// their documents are due. Of several processes one sends to each.
func (d Digest) Send(ctx context.Context) error {
	h := d.Home
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
		messages, err := d.messages(ctx, user, due)
		if err != nil {
			return err
		}
		first, err := h.Once(ctx, digestOf(user)+now.Format(time.DateOnly), now)
		if err != nil {
			return memory.Failed("keep that a summary was sent", err)
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

// messages are the summary for one person; nil where there is nothing to say.
func (d Digest) messages(ctx context.Context, user string, due []DocumentInfo) ([]render.Message, error) {
	h := d.Home
	pieces := render.Paragraph("", "Your week with the advisor")
	if !slices.Contains(h.Admins, user) {
		due = ownedBy(due, user)
	} else {
		f, err := h.Gaps.Figures(ctx, h.Now().AddDate(0, 0, -7))
		if err != nil {
			return nil, memory.Failed("count turns", err)
		}
		clusters, _, err := h.openClusters(ctx)
		if err != nil {
			return nil, err
		}
		if f == (memory.Figures{}) && len(clusters)+len(due) == 0 {
			return nil, nil
		}
		pieces = append(pieces, render.Paragraph("", fmt.Sprintf("%d asked by %s · %d answered · %d refused · %d found helpful, %d not.",
			f.Asked, people(f.People), f.Answered, f.Refused, f.Helpful, f.Unhelpful))...)
		if len(clusters) > 0 {
			pieces = append(pieces, render.Paragraph("Open questions", fmt.Sprintf("%d. My Home tab has them all:", len(clusters)))...)
			var asked []string
			for _, c := range clusters[:min(len(clusters), maxListed)] {
				asked = append(asked, questionOf(c))
			}
			pieces = append(pieces, render.Bullets(asked)...)
		}
	}
	if len(due) > 0 {
		pieces = append(pieces, render.Paragraph("Due for a review", "")...)
		pieces = append(pieces, render.Bullets(staleLines(due))...)
	} else if !slices.Contains(h.Admins, user) {
		return nil, nil
	}
	return render.Below(render.Pack(pieces), slack.NewActionBlock("digest", render.Button("digest", "Stop these messages", "message"))), nil
}

// Switch stops the weekly summary of the person who clicks, or begins it again.
func (d Digest) Switch(ctx context.Context, c wire.Click) error {
	h := d.Home
	off := !h.Settings.Off(digestOf(c.User)) || !c.View.Home
	if err := h.Settings.Switch(ctx, digestOf(c.User), off); err != nil {
		return memory.Failed("save a setting", err)
	}
	if c.View.Home {
		return h.Show(ctx, c.User, pagesOf(c.View.Meta))
	}
	return h.Post.Tell(ctx, c, saysNoDigest)
}
