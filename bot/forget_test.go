package bot_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge"
)

// forget asks to be forgotten and confirms it.
func (w *world) forget() slackemu.Invocation {
	w.t.Helper()
	w.Command(w.general, w.ann, "/career", "forget me")
	v, err := w.WaitModal(w.ctx, w.ann, func(v slackemu.View) bool { return v.CallbackID == "forget" })
	w.must(err)
	want := strings.Join([]string{
		"Forget me",
		"This deletes everything I keep about you:",
		"• your questions, my answers and what others said about them",
		"• your votes, and the reasons you gave",
		"• your plan, with its notes and reminders",
		"• the interviews you practised",
		"The buttons below my earlier answers to you will stop working. This can't be undone.",
		"What we wrote in channels and messages stays in Slack. If you want one of my answers to go too, delete your question there first.",
		"[Delete it all]",
	}, "\n")
	if v.Plain() != want {
		w.t.Errorf("the modal reads\n%s\nand not\n%s", v.Plain(), want)
	}
	inv, err := w.Submit(w.ann, v, nil)
	w.must(err)
	return inv
}

func TestAPersonIsForgotten(t *testing.T) {
	w := start(t, everywhere(), nil)
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	other := w.reply(w.Say(w.general, ben, w.BotUser().Mention()+" PM vs TPM?"))
	r := w.reply(w.mention("What is a TPM?"))
	w.click(w.ann, other, "vote", "up:"+turnIn(t, other))
	w.thanked(other)
	w.must(w.memory.SavePlan(w.ctx, memory.Plan{Owner: w.ann.ID, Title: "A plan", Created: time.Now(), Updated: time.Now()}))
	w.must(w.memory.SavePractice(w.ctx, memory.Practice{Channel: w.dm.ID, Thread: "1.000001", Owner: w.ann.ID, Updated: time.Now()}))
	w.must(w.memory.SavePractice(w.ctx, memory.Practice{Channel: w.dm.ID, Thread: "2.000001", Owner: w.ann.ID, Updated: time.Now()}))

	w.OpenHome(w.ann)
	_, err := w.WaitHome(w.ctx, w.ann, func(v slackemu.View) bool { return strings.Contains(v.Plain(), "A plan") })
	w.must(err)
	inv := w.forget()
	done, err := w.Wait(w.ctx, func(m slackemu.Message) bool { return strings.HasPrefix(m.Plain(), "Done.") })
	w.must(err)
	expect(t, done, "Done. I deleted 1 question and its answer, 1 vote, 1 plan and 2 interviews. What we wrote in channels and messages stays in Slack.")
	if v, _ := w.Home(w.ann); strings.Contains(v.Plain(), "A plan") {
		t.Errorf("the Home tab still shows the plan:\n%s", v.Plain())
	}
	if done.Channel != w.dm.ID {
		t.Errorf("told in %s", done.Channel)
	}
	if _, err := w.memory.Turn(w.ctx, turnIn(t, r)); !errors.Is(err, knowledge.ErrNotFound) {
		t.Errorf("ann's turn: %v", err)
	}
	if _, err := w.memory.Turn(w.ctx, turnIn(t, other)); err != nil {
		t.Errorf("ben's turn: %v", err)
	}
	if _, still := w.Message(w.general, r.TS); !still {
		t.Error("the answer in the channel is gone")
	}
	w.click(w.ann, r, "why")
	w.whisper(w.general, "I no longer have that answer.")

	_, err = w.Redeliver(inv.EnvelopeID) // counts once
	w.must(err)
	w.settled()
	if n := len(w.said(w.dm)); n != 1 {
		t.Errorf("told %d times", n)
	}
}

func TestNothingIsForgottenWithoutConsent(t *testing.T) {
	w := start(t, everywhere(), nil)
	r := w.reply(w.mention("What is a TPM?"))
	w.Command(w.general, w.ann, "/career", "Forget  me")
	v, err := w.WaitModal(w.ctx, w.ann, func(v slackemu.View) bool { return v.CallbackID == "forget" })
	w.must(err)
	w.CloseView(w.ann, v)
	w.click(w.ann, r, "why")
	_, err = w.WaitModal(w.ctx, w.ann, func(v slackemu.View) bool { return v.CallbackID == "whyshown" })
	w.must(err)
}

func TestWhoIsUnknownIsToldSo(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.forget()
	_, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.Channel == w.dm.ID && m.Plain() == "I wasn't keeping anything about you, so there was nothing to delete."
	})
	w.must(err)
}
