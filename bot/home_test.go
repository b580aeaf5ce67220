package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge"
)

// shelf is the content of the stand-in for the documents.
func shelf() home.Contents {
	return home.Contents{
		Roles: []knowledge.Role{
			{Name: "Technical Product Manager", Aliases: []string{"TPM"}, Docs: []string{"a"}},
			{Name: "Product Manager", Docs: []string{"b"}},
			{Name: "Engineer"},
		},
		Documents: []home.DocumentInfo{
			{ID: "old.md", Title: "The old one", Date: "2024-02-01"},
			{ID: "plain.txt"},
			{ID: "new.md", Title: "The new one", Date: "2026-05-01"},
		},
		Examples: []string{"What is a TPM?", "PM vs TPM?"},
	}
}

// reading is the same while it is being read, with notes for admins.
func reading() home.Contents {
	c := shelf()
	c.Reading = "I am still reading my documents: 3 of 480 answer so far."
	c.Notes = []string{"The file \"old <b>.doc\" was left out: save it as .md.", "Opened on 4 May 2026 at 09:00 UTC."}
	return c
}

// startAs is start with ann as an admin.
func startAs(t *testing.T, opts slackemu.Options, adjust func(*world, *bot.Config)) *world {
	t.Helper()
	w := prepare(t, opts)
	w.library.contents = shelf()
	cfg := w.config()
	cfg.Admins = []string{w.ann.ID}
	if adjust != nil {
		adjust(w, &cfg)
	}
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 1))
	return w
}

// home waits until somebody's Home tab says all of want.
func (w *world) home(u slackemu.User, want ...string) slackemu.View {
	w.t.Helper()
	v, err := w.WaitHome(w.ctx, u, func(v slackemu.View) bool { return saysAll(v, want) })
	if err != nil {
		now, _ := w.Home(u)
		w.t.Fatalf("no Home tab says all of %q: %v; it says\n%s\nlog:\n%s", want, err, now.Plain(), w.log)
	}
	return v
}

func saysAll(v slackemu.View, want []string) bool {
	for _, text := range want {
		if !strings.Contains(v.Plain(), text) {
			return false
		}
	}
	return true
}

// opened opens somebody's Home tab.
func (w *world) opened(u slackemu.User, want ...string) slackemu.View {
	w.t.Helper()
	w.OpenHome(u)
	return w.home(u, want...)
}

// modal waits for the modal that somebody has on top.
func (w *world) modal(u slackemu.User, want ...string) slackemu.View {
	w.t.Helper()
	v, err := w.WaitModal(w.ctx, u, func(v slackemu.View) bool { return saysAll(v, want) })
	w.must(err)
	return v
}

func (w *world) clickView(u slackemu.User, v slackemu.View, action string, value ...string) {
	w.t.Helper()
	_, err := w.ClickView(u, v, action, value...)
	w.must(err)
}

// submit submits a modal, and waits for it to close: nobody can click on what is beneath before that.
func (w *world) submit(u slackemu.User, v slackemu.View, values map[string]string) {
	w.t.Helper()
	inv, err := w.Submit(u, v, values)
	w.must(err)
	_, err = w.WaitAcked(w.ctx, inv.EnvelopeID)
	w.must(err)
}

// told waits for a direct message to somebody that says all of want.
func (w *world) told(u slackemu.User, want ...string) slackemu.Message {
	w.t.Helper()
	dm := w.OpenDM(u)
	m, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
		for _, text := range want {
			if !strings.Contains(m.Plain(), text) {
				return false
			}
		}
		return m.FromBot() && m.Channel == dm.ID
	})
	w.must(err)
	if len(m.Pings) > 0 {
		w.t.Errorf("the message pings %v", m.Pings)
	}
	return m
}

func TestHomeForEveryone(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	ben := w.AddUser("ben")
	v := w.opened(ben, "What I know")
	want := strings.Join([]string{
		"Ask me about careers",
		"Your question",
		"[What would you like to know?]",
		"I answer in Messages, with what my documents say and where they say it. You can also mention me in a channel, or type /career to ask in private.",
		"[Ask]",
		"Or try one of these:",
		"[What is a TPM?] [PM vs TPM?]",
		"My plan",
		"Ask me how to become what you want to be. Choose “Make this my plan” below the answer, and its steps will appear here.",
		"Try it out",
		"Fit check: twelve statements, and how your interests compare with what my documents say about each role. " +
			"Interview practice: one question at a time, in Messages, and what interviewers look for.",
		"[Fit check] [Interview practice]",
		"What I know",
		"Roles: Technical Product Manager (TPM), Product Manager",
		"Documents: 3",
		"• The new one · 2026-05-01",
		"• The old one · 2024-02-01",
		"• plain.txt",
		"[Forget me]",
	}, "\n")
	if v.Plain() != want {
		t.Errorf("ben reads\n%s\nand not\n%s", v.Plain(), want)
	}

	w.clickView(ben, v, "ask:0")
	m := w.told(ben, leadText)
	expect(t, m, "You asked: What is a TPM?", leadText, pointText, sourceText)
}

// TestAskingOnHome types a question into the box: the answer comes in Messages, and the box is
// emptied.
func TestAskingOnHome(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	ben := w.AddUser("ben")
	v := w.opened(ben, "Your question")
	w.clickView(ben, v, "question:ask")
	w.CloseView(ben, w.modal(ben, "Type your question into the box first, then press Ask."))

	w.clickView(ben, v, "question", "What is a TPM?")
	m := w.told(ben, leadText)
	expect(t, m, "You asked: What is a TPM?", leadText, pointText, sourceText)
	fresh, err := w.WaitHome(w.ctx, ben, func(now slackemu.View) bool { return now.Hash != v.Hash })
	w.must(err)
	w.clickView(ben, fresh, "question:ask")
	w.CloseView(ben, w.modal(ben, "Type your question into the box first"))
	box := regexp.MustCompile(`"block_id":"(\w+)","dispatch_action":true`).FindSubmatch(fresh.Blocks)
	w.must(w.Type(ben, fresh, map[string]string{string(box[1]): "PM vs TPM?"}))
	w.clickView(ben, fresh, "question:ask")
	w.told(ben, "You asked: PM vs TPM?")
	w.settled()
	if n := len(w.said(w.OpenDM(ben))); n != 2 {
		t.Errorf("%d messages to two questions", n)
	}
}

// TestForgetMeOnHome asks first, and leaves a Home without a plan.
func TestForgetMeOnHome(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.clickView(w.ann, w.planned(), "forget")
	m := w.modal(w.ann, "This deletes everything I keep about you:", "[Delete it all]")
	if _, err := w.memory.Plan(w.ctx, w.ann.ID); err != nil {
		t.Error("the plan is gone before ann said so")
	}
	w.submit(w.ann, m, nil)
	w.told(w.ann, "Done. I deleted 1 question and its answer and 1 plan.")
	w.home(w.ann, "Ask me how to become what you want to be.")
}

// TestWhatIKnowHasLinksAndDates, and the links lead nowhere but to the web.
func TestWhatIKnowHasLinksAndDates(t *testing.T) {
	w := startAs(t, slackemu.Options{}, func(w *world, _ *bot.Config) {
		w.library.contents.Documents[0].URL, w.library.contents.Documents[1].URL = "https://handbook.example/old", "javascript:alert(1)"
	})
	v := w.opened(w.AddUser("ben"), "• The new one · 2026-05-01\n• The old one · 2024-02-01\n• plain.txt")
	if !strings.Contains(string(v.Blocks), `{"text":"The old one","type":"link","url":"https://handbook.example/old"}`) || strings.Contains(string(v.Blocks), "javascript") {
		t.Errorf("the links are in %s", v.Blocks)
	}
}

// TestEditorsLookAfterDocuments: they see what is stale, what no question leads to, and which
// channels have settings.
func TestEditorsLookAfterDocuments(t *testing.T) {
	w := startAs(t, slackemu.Options{}, func(w *world, _ *bot.Config) {
		w.library.contents.Documents[0].Owner, w.library.contents.Documents[1].Unasked, w.library.contents.Documents[2].Unasked = "People team", 2, 7
		w.must(w.memory.SaveSetting(w.ctx, "channel:"+w.general.ID, `{"unasked":true,"docs":["hr/"],"kept":true}`))
		w.must(w.memory.SaveSetting(w.ctx, "editors", `["U0EDITOR"]`))
	})
	ben := w.AddUser("ben")
	v := w.opened(w.ann, "Looking after documents",
		"Due for a review: The old one · from 2024-02-01 · People team",
		"Sections without questions: The new one · 7\nplain.txt · 2\n",
		"Channels with settings of their own: type /career here in a channel to change them.\n"+
			"• #"+w.general.ID+": I answer without being mentioned; I answer from documents that I don't quote anywhere else\n",
		"[Editors] [Stop the weekly summary]")
	if !strings.HasPrefix(v.Plain(), "Ask me about careers\nYour question\n") {
		t.Errorf("the question does not come first: %s", v.Plain())
	}
	if v := w.opened(ben, "What I know"); strings.Contains(v.Plain(), "Looking after") || strings.Contains(v.Plain(), "People team") || strings.Contains(v.Plain(), w.general.ID) {
		t.Errorf("ben reads\n%s", v.Plain())
	}
}

func TestHomeForAdmins(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.opened(w.ann, "Gap board", "Nobody asked anything in the last 30 days.", "No open questions.")
	w.reply(w.Say(w.dm, w.ann, "Where can I park?"))
	w.reply(w.Say(w.dm, w.ann, "What is a TPM?"))
	w.opened(w.ann, "In the last 30 days: 2 asked by 1 person · 1 answered · 1 refused · 0 found helpful, 0 not.",
		"Where can I park?\nAsked 1 time by 1 person · last on ", " · 1 refused\n[Answer this] [Dismiss]")
}

// TestHomeFollowsTheDocuments opens Home again after they have changed.
func TestHomeFollowsTheDocuments(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.opened(w.ann, "Documents: 3")
	w.library.mu.Lock()
	w.library.contents.Documents = nil
	w.library.mu.Unlock()
	w.opened(w.ann, "I have no documents yet.")
}

func TestTheMessagesTabIsNotTheHomeTab(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.OpenMessagesTab(w.ann)
	w.DeliverEvent(json.RawMessage(`{"type":"app_home_opened","tab":"home"}`)) // of nobody
	w.DeliverEvent(json.RawMessage(fmt.Sprintf(`{"type":"app_home_opened","user":%q}`, w.ann.ID)))
	w.settled()
	if v, published := w.Home(w.ann); published {
		t.Errorf("a Home tab was published: %s", v.Plain())
	}
}

// brittle is a memory in which reading plans and gaps fails.
type brittle struct{ memory.Store }

func (brittle) Plan(context.Context, string) (memory.Plan, error) {
	return memory.Plan{}, errors.New("the disk is gone")
}

func TestHomeWithoutMemory(t *testing.T) {
	w := startAs(t, slackemu.Options{}, func(w *world, _ *bot.Config) { w.memory.Store = brittle{w.memory.Store} })
	w.opened(w.ann, "I can't reach my memory right now", "What I know")
}

func TestHomeThatSlackRefusesFirst(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.FailError("views.publish", 1, "internal_error")
	w.opened(w.ann, "Something went wrong on my side.")
	w.opened(w.ann, "What I know")
}

// TestAfterAnExample follows up on a question that was asked in the Home tab.
func TestAfterAnExample(t *testing.T) {
	w := startAs(t, everywhere(), nil)
	w.clickView(w.ann, w.opened(w.ann, "What I know"), "ask:0")
	m := w.told(w.ann, leadText)
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.reply(w.Say(w.dm, w.ann, "And the pay?"))
	w.reply(w.Reply(w.dm, w.ann, m.TS, "And the skills?"))
	for _, q := range w.engine.questions() {
		if strings.HasPrefix(q.Text, "And") && !slices.Contains(q.Earlier, "What is a TPM?") {
			t.Errorf("%q follows %q", q.Text, q.Earlier)
		}
	}
}

// TestOnlyAdminsReadNotesAboutTheDocuments; everybody can see which documents do not answer yet.
func TestOnlyAdminsReadNotesAboutTheDocuments(t *testing.T) {
	w := startAs(t, slackemu.Options{}, func(w *world, _ *bot.Config) { w.library.contents = reading() })
	ben := w.AddUser("ben")
	w.OpenHome(w.ann)
	w.home(w.ann, "3 of 480 answer so far", "For admins: ", "was left out: save it as .md.", "Opened on 4 May 2026")
	w.OpenHome(ben)
	if v := w.home(ben, "3 of 480 answer so far"); strings.Contains(v.Plain(), "For admins") || strings.Contains(v.Plain(), "left out") {
		t.Errorf("somebody who is no admin reads\n%s", v.Plain())
	}
}
