package bot_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
)

// planned makes ann ask for steps and turn them into her plan; it returns her Home tab.
func (w *world) planned() slackemu.View {
	w.t.Helper()
	r := w.reply(w.Say(w.dm, w.ann, "How do I become a TPM?"))
	w.click(w.ann, r, "plan")
	w.whisper(w.dm, "This is your plan now: 3 steps. You'll find them in my Home tab, where you can check them off.")
	return w.home(w.ann, "How do I become a TPM?\n0 of 3 done")
}

// act returns the nth action_id in a view that begins with a prefix.
func act(t *testing.T, v slackemu.View, begins string, n int) string {
	t.Helper()
	for _, part := range strings.Split(string(v.Blocks), `"action_id":"`)[1:] {
		id, _, _ := strings.Cut(part, `"`)
		if strings.HasPrefix(id, begins) {
			if n == 0 {
				return id
			}
			n--
		}
	}
	t.Fatalf("no action %q in %s", begins, v.Plain())
	return ""
}

// plan waits until ann's plan in the memory is as it should be.
func (w *world) plan(is func(memory.Plan) bool) memory.Plan {
	w.t.Helper()
	var p memory.Plan
	w.must(w.WaitFor(w.ctx, func() bool {
		var err error
		p, err = w.memory.Plan(w.ctx, w.ann.ID)
		return err == nil && is(p)
	}))
	return p
}

func TestStepsBecomeAPlan(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	v := w.planned()
	want := strings.Join([]string{
		"My plan",
		"How do I become a TPM?",
		"0 of 3 done  □□□",
		"1. Learn the basics: Build something.",
		"Source: Technical Product Manager › What it is",
		"[Step 1 is done] [Add a note]",
		"2. Lead a small project.",
		"Source: Technical Product Manager › What it is",
		"[Step 2 is done] [Add a note]",
		"3. Apply",
		"Source: Pay › By level › Senior",
		"[Step 3 is done] [Add a note]",
		"[Remind me once a month] [Drop the plan] [Hide the plan]",
	}, "\n")
	if !strings.Contains(v.Plain(), want) {
		t.Errorf("ann reads\n%s\nand not\n%s", v.Plain(), want)
	}
}

// TestThePlanIsFolded until somebody opens it, and comes back folded.
func TestThePlanIsFolded(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.planned()
	folded := "My plan\nHow do I become a TPM?\n0 of 3 done  □□□\nNext, step 1: Learn the basics: Build something.\n[Show the plan] [Remind me once a month]\n"
	v := w.opened(w.ann, folded)
	w.clickView(w.ann, v, "planpage:open")
	v = w.home(w.ann, "1. Learn the basics: Build something.", "[Remind me once a month] [Drop the plan] [Hide the plan]")
	w.clickView(w.ann, v, act(t, v, "step:", 0), "done")
	v = w.home(w.ann, "1 of 3 done", "3. Apply", "[Hide the plan]")
	w.clickView(w.ann, v, "planpage:fold")
	w.home(w.ann, "1 of 3 done  ■□□\nNext, step 2: Lead a small project.\n[Show the plan] [Remind me once a month]\n")
}

func TestStepsAreCheckedOff(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	v := w.planned()
	w.clickView(w.ann, v, act(t, v, "step:", 1), "done")
	v = w.home(w.ann, "1 of 3 done  ■□□")
	if p := w.plan(func(p memory.Plan) bool { return p.Done() == 1 }); !p.Steps[1].Done {
		t.Errorf("done is %+v", p.Steps)
	}
	w.clickView(w.ann, v, act(t, v, "step:", 1)) // nothing chosen
	v = w.home(w.ann, "0 of 3 done  □□□")
	for i := range 3 {
		w.clickView(w.ann, v, act(t, v, "step:", i), "done")
		v = w.home(w.ann, fmt.Sprintf("%d of 3 done", i+1))
	}
	w.home(w.ann, "3 of 3 done  ■■■  Congratulations, you've done it all!")
	expect(t, w.told(w.ann, "Congratulations!"), "Congratulations! You've done all 3 steps of your plan: How do I become a TPM?")
	if strings.Contains(v.Plain(), "Remind me") {
		t.Error("a finished plan offers reminders")
	}

	// Once is enough.
	w.clickView(w.ann, v, act(t, v, "step:", 2))
	v = w.home(w.ann, "2 of 3 done")
	w.clickView(w.ann, v, act(t, v, "step:", 2), "done")
	w.home(w.ann, "3 of 3 done")
	w.settled()
	n := 0
	for _, m := range w.said(w.dm) {
		if strings.HasPrefix(m.Plain(), "Congratulations!") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("congratulated %d times", n)
	}
}

func TestANoteOnAStep(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	v := w.planned()
	w.clickView(w.ann, v, act(t, v, "note:", 0))
	m := w.modal(w.ann, "Note on step 1", "1. Learn the basics: Build something.", "[Save]")
	w.submit(w.ann, m, map[string]string{"note": "read <!here> & *two* books"})
	v = w.home(w.ann, "Your note: read <!here> & *two* books\n[Step 1 is done] [Change the note]")
	w.clickView(w.ann, v, act(t, v, "note:", 0))
	m = w.modal(w.ann, "Note on step 1")
	if !strings.Contains(string(m.Blocks), `books"`) {
		t.Errorf("the note is not there to be changed: %s", m.Blocks)
	}
	w.submit(w.ann, m, map[string]string{"note": ""})
	w.plan(func(p memory.Plan) bool { return p.Steps[0].Note == "" })
}

func TestAPlanThatIsBegunIsReplacedOnWish(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	v := w.planned()
	again := w.reply(w.Say(w.dm, w.ann, "How do I become a TPM?"))
	w.click(w.ann, again, "plan")
	w.told(w.ann, "These steps are already your plan.")
	w.clickView(w.ann, v, act(t, v, "step:", 0), "done")
	w.home(w.ann, "1 of 3 done")

	// Anybody may make somebody else's answer their plan.
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	public := w.reply(w.Say(w.general, ben, w.BotUser().Mention()+" How do I grow?"))
	w.click(w.ann, public, "plan")
	m := w.modal(w.ann, "Replace your plan?", "Now: How do I become a TPM?\n1 of 3 done  ■□□", "New: How do I grow?\n2 steps", "[Replace]")
	w.CloseView(w.ann, m)
	w.click(w.ann, public, "plan")
	m = w.modal(w.ann, "Replace your plan?")
	if p := w.plan(func(memory.Plan) bool { return true }); len(p.Steps) != 3 {
		t.Error("the plan was replaced before ann said so")
	}
	w.submit(w.ann, m, nil)
	w.home(w.ann, "How do I grow?\n0 of 2 done  □□\n1. Sleep.")
}

// TestALongPlanHasPages: acting on the second page stays there.
func TestALongPlanHasPages(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	p := memory.Plan{Owner: w.ann.ID, Title: "Everything", Created: time.Now()}
	for i := range 60 {
		p.Steps = append(p.Steps, memory.PlanStep{Text: fmt.Sprintf("Do thing %d.", i+1)})
	}
	w.must(w.memory.SavePlan(w.ctx, p))
	w.clickView(w.ann, w.opened(w.ann, "0 of 60 done", "Next, step 1: Do thing 1."), "planpage:open")
	v := w.home(w.ann, "0 of 60 done", "1. Do thing 1.", "8. Do thing 8.", "1 to 8 of 60 steps\n[Next]")
	w.clickView(w.ann, v, "planpage:on")
	v = w.home(w.ann, "9. Do thing 9.", "9 to 16 of 60 steps\n[Previous] [Next]")
	w.clickView(w.ann, v, act(t, v, "step:", 0), "done")
	v = w.home(w.ann, "1 of 60 done", "9 to 16 of 60 steps")
	w.clickView(w.ann, v, act(t, v, "note:", 1))
	w.submit(w.ann, w.modal(w.ann, "Note on step 10"), map[string]string{"note": "soon"})
	w.home(w.ann, "Your note: soon", "9 to 16 of 60 steps")
	if got := w.plan(func(p memory.Plan) bool { return p.Done() == 1 }); !got.Steps[8].Done || got.Steps[9].Note != "soon" {
		t.Errorf("steps %+v", got.Steps[8:10])
	}
}

// TestOldButtonsOfAPlan clicks on a plan that was dropped, and on one that never was.
func TestOldButtonsOfAPlan(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	v := w.planned()
	old := act(t, v, "step:", 0)
	w.clickView(w.ann, v, "dropplan")
	v = w.home(w.ann, "Ask me how to become what you want to be.")
	if _, err := w.memory.Plan(w.ctx, w.ann.ID); err == nil {
		t.Error("the plan is kept")
	}
	forge := func(action, value string) {
		w.Deliver("interactive", json.RawMessage(fmt.Sprintf(
			`{"type":"block_actions","user":{"id":%q},"trigger_id":"1.1.1","view":{"id":%q,"type":"home"},
			"actions":[{"action_id":%q,"value":%q,"selected_options":[{"value":"done"}],"action_ts":"%s"}]}`, w.ann.ID, v.ID, action, value, action)))
	}
	forge(old, "")
	w.told(w.ann, "That's no longer your plan. My Home tab shows what you have now.")
	forge("note:x", "0@1")
	w.told(w.ann, "I no longer have that step.")
	forge("step:many", "")
	w.told(w.ann, "That button is from an earlier version of me")
	forge("plan", "no such turn")
	w.told(w.ann, "I no longer have that answer.")
}
