package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/home"
	"careeradvisor/bot/slackemu"
)

// TestTheSummaryKeepsDocumentsToTheirChannel: neither the summary nor Home names a document that is
// kept to a channel, not even to its owner.
func TestTheSummaryKeepsDocumentsToTheirChannel(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	ben := w.AddUser("ben")
	w.library.contents.Documents = []home.DocumentInfo{
		{ID: "hr/pay.md", Title: "Secret pay", Date: "2024-01-01", Owner: "<@" + ben.ID + ">", Unasked: 3}, {ID: "open.md", Title: "Open pay", Date: "2024-01-01"},
	}
	w.must(w.memory.SaveSetting(w.ctx, "channel:"+w.general.ID, `{"docs":["hr/"],"kept":true}`))
	c := newClock()
	c.at = time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC) // a Monday
	cfg := w.config()
	cfg.Admins = []string{w.ann.ID}
	c.keep(&cfg, "weekly summary")
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 1))
	w.tick(c)
	w.tick(c)
	w.told(w.ann, "Due for a review", "• Open pay · from 2024-01-01")
	for _, u := range []slackemu.User{w.ann, ben} {
		w.opened(u, "What I know")
	}
	w.settled()
	if n := len(w.said(w.OpenDM(ben))); n > 0 {
		t.Errorf("ben gets %d messages", n)
	}
	for _, call := range w.Calls() {
		if strings.Contains(fmt.Sprint(call.Args), "Secret") {
			t.Errorf("%s names it: %v", call.Method, call.Args)
		}
	}
}

// TestWeeklySummary goes out on Monday morning, once, to admins and to those whose
// documents are due, until they stop it.
func TestWeeklySummary(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	ben := w.AddUser("ben")
	w.library.contents.Documents = []home.DocumentInfo{
		{ID: "old.md", Title: "Old pay", Date: "2024-01-01", Owner: "<@" + ben.ID + ">"},
		{ID: "due.md", Title: "Due soon", Date: "2026-11-01", ReviewBy: "2026-11-20", Owner: "People team"},
		{ID: "late.md", Title: "Still good", Date: "2020-01-01", ReviewBy: "2030-01-01"}, {ID: "new.md", Title: "No day"},
	}
	c := newClock()
	c.at = time.Date(2026, 11, 30, 7, 0, 0, 0, time.UTC) // a Monday, before eight
	cfg := w.config()
	cfg.Admins = []string{w.ann.ID}
	c.keep(&cfg, "weekly summary")
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 1))
	w.reply(w.Say(w.dm, w.ann, "Where can I park?"))
	w.tick(c)
	summaries := func(u slackemu.User) (all []slackemu.Message) {
		for _, m := range w.said(w.OpenDM(u)) {
			if strings.Contains(m.Plain(), "Your week with the advisor") {
				all = append(all, m)
			}
		}
		return all
	}
	if n := len(summaries(w.ann)); n > 0 {
		t.Fatalf("%d summaries before the hour", n)
	}
	c.add(2 * time.Hour)
	w.tick(c)
	w.tick(c)
	if len(summaries(w.ann)) != 1 || len(summaries(ben)) != 1 {
		t.Fatalf("%d and %d summaries", len(summaries(w.ann)), len(summaries(ben)))
	}
	m := summaries(w.ann)[0]
	expect(t, m, "Your week with the advisor", "1 asked by 1 person · 0 answered · 1 refused · 0 found helpful, 0 not.",
		"Open questions: 1. There is more about them on my Home tab:", "• Where can I park?", "Due for a review",
		"• Old pay · from 2024-01-01", "• Due soon · review due by 2026-11-20 · People team", "[Stop these messages]")
	expect(t, summaries(ben)[0], "Your week with the advisor", "Due for a review", "• Old pay · from 2024-01-01", "[Stop these messages]")
	w.OpenHome(ben)
	v, err := w.WaitHome(w.ctx, ben, func(v slackemu.View) bool { return strings.Contains(v.Plain(), "Due for a review: Old pay") })
	w.must(err)
	if strings.Contains(v.Plain(), "Due soon · to be") || strings.Contains(v.Plain(), "weekly summary") {
		t.Errorf("an owner's Home:\n%s", v.Plain())
	}

	w.click(w.ann, m, "digest")
	w.told(w.ann, "You won't get these messages any more.")
	c.add(7 * 24 * time.Hour)
	w.tick(c)
	if len(summaries(w.ann)) != 1 || len(summaries(ben)) != 2 {
		t.Errorf("a week later: %d and %d summaries", len(summaries(w.ann)), len(summaries(ben)))
	}
}
