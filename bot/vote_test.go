package bot_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/home"
	"careeradvisor/bot/slackemu"
)

// thanked waits until the bot acknowledges a thumb up below its message.
func (w *world) thanked(m slackemu.Message) {
	w.t.Helper()
	_, err := w.Wait(w.ctx, func(now slackemu.Message) bool {
		return now.TS == m.TS && slices.ContainsFunc(now.Reactions, func(r slackemu.Reaction) bool {
			return r.Name == "raised_hands" && slices.Equal(r.Users, []string{w.BotUser().ID})
		})
	})
	w.must(err)
}

func TestAThumbUpIsKept(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	r := w.reply(w.mention("What is a TPM?"))
	w.click(w.ann, r, "vote", "up:"+turnIn(t, r))
	w.thanked(r)
	if n := len(w.Ephemerals(w.general, w.ann)) + len(w.said(w.general)); n != 1 {
		t.Errorf("%d messages, want the answer alone", n)
	}
	f, err := w.memory.Figures(w.ctx, time.Now().Add(-time.Hour))
	w.must(err)
	if f.Asked != 1 || f.Answered != 1 || f.Helpful != 1 || f.Unhelpful != 0 || f.People != 1 {
		t.Errorf("figures %+v", f)
	}
}

func TestAThumbDownAsksForAReason(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	r := w.reply(w.Say(w.dm, w.ann, "What is a TPM?"))
	id := turnIn(t, r)
	w.click(w.ann, r, "vote", "up:"+id)
	w.thanked(r)
	w.click(w.ann, r, "vote", "down:"+id) // a second vote changes the first
	v, err := w.WaitModal(w.ctx, w.ann, func(slackemu.View) bool { return true })
	w.must(err)
	for _, want := range []string{"Not helpful?", "You asked: What is a TPM?", "[It's wrong]", "[Send]"} {
		if !strings.Contains(v.Plain(), want) {
			t.Errorf("the modal does not say %q:\n%s", want, v.Plain())
		}
	}
	_, err = w.Submit(w.ann, v, map[string]string{"why": "It's wrong", "words": "TPM is Trusted Platform Module"})
	w.must(err)
	thanks, err := w.Wait(w.ctx, func(m slackemu.Message) bool { return strings.Contains(m.Plain(), "I've noted it") })
	w.must(err)
	if thanks.Channel != w.dm.ID {
		t.Errorf("thanked in %s", thanks.Channel)
	}
	gaps, err := w.memory.OpenGaps(w.ctx, time.Now().Add(-time.Hour), 10)
	w.must(err)
	if len(gaps) != 1 || gaps[0].Reason != "It's wrong: TPM is Trusted Platform Module" || gaps[0].Refused || gaps[0].Turn != id {
		t.Errorf("gaps %+v", gaps)
	}
	f, err := w.memory.Figures(w.ctx, time.Now().Add(-time.Hour))
	w.must(err)
	if f.Helpful != 0 || f.Unhelpful != 1 {
		t.Errorf("figures %+v", f)
	}
	w.click(w.ann, r, "vote", "up:"+id)
	w.must(w.WaitFor(w.ctx, func() bool {
		gaps, err := w.memory.OpenGaps(w.ctx, time.Now().Add(-time.Hour), 10)
		return err == nil && len(gaps) == 0
	}))
}

// TestAThumbDownTeachesASection: an editor chooses the section that answers the question; nobody
// else is asked for one.
func TestAThumbDownTeachesASection(t *testing.T) {
	w := startAs(t, everywhere(), nil)
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	r := w.reply(w.mention("What is a TPM?"))
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.click(ben, r, "vote", "down:"+turnIn(t, r))
	if v := w.modal(ben, "Not helpful?"); strings.Contains(v.Plain(), "choose a section") {
		t.Errorf("somebody who is no editor is asked: %s", v.Plain())
	}
	w.click(w.ann, r, "vote", "down:"+turnIn(t, r))
	v := w.modal(w.ann, "Not helpful?", "Or choose a section that answers it")
	w.submit(w.ann, v, map[string]string{"section": "1"})
	w.told(w.ann, "Now I know that this section answers it.")
	w.settled()
	if want := (home.Lesson{Doc: pay.Doc, Section: pay.Section, Question: "What is a TPM?", By: "ann"}); len(w.library.taught) != 1 || w.library.taught[0] != want {
		t.Errorf("taught %+v", w.library.taught)
	}
	gaps, err := w.memory.OpenGaps(w.ctx, time.Now().Add(-time.Hour), 10)
	w.must(err)
	if len(gaps) != 0 {
		t.Errorf("still open: %+v", gaps)
	}
}

func TestVotesOnWhatIsGoneGetASentence(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	r := w.reply(w.mention("What is a TPM?"))
	w.must(w.log.wait(w.ctx, "msg=answered")) // and remembered
	w.must(w.memory.DropTurn(w.ctx, turnIn(t, r)))
	w.click(w.ann, r, "vote", "down:"+turnIn(t, r))
	w.click(w.ann, r, "why")
	w.settled()
	n := 0
	for _, m := range w.Ephemerals(w.general, w.ann) {
		if m.Plain() == "I no longer have that answer. Please ask again." {
			n++
		}
	}
	if n != 2 {
		t.Errorf("told %d times, want 2: %v", n, w.Ephemerals(w.general, w.ann))
	}
}

// TestAThumbUpOnWhatNobodyElseSees, which cannot be reacted to.
func TestAThumbUpOnWhatNobodyElseSees(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	r := w.whisper(w.general, leadText)
	w.click(w.ann, r, "vote", "up:"+strings.TrimPrefix(valueOf(t, r, "why"), "why:"))
	w.whisper(w.general, "Thank you! I'm glad it helped.")
}

// TestAMemoryThatFailsIsNoMatterOfPeople: only the log says where the database is and what is wrong
// with it.
func TestAMemoryThatFailsIsNoMatterOfPeople(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	r := w.reply(w.mention("What is a TPM?"))
	w.memory.down.Store(true)
	w.click(w.ann, r, "vote", "up:"+turnIn(t, r))
	m := w.whisper(w.general, "my memory")
	if strings.Contains(m.Plain(), "/srv/") || strings.Contains(m.Plain(), "disk") {
		t.Errorf("the person reads %s", m.Plain())
	}
	w.must(w.log.wait(w.ctx, "/srv/advisor.db"))
}

// TestAVoteIsOnWhatWasAsked, and not on what the question becomes when it is edited.
func TestAVoteIsOnWhatWasAsked(t *testing.T) {
	w := startAs(t, everywhere(), nil)
	q := w.Say(w.dm, w.ann, "What is a TPM?")
	r := w.reply(q)
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.click(w.ann, r, "vote", "down:"+turnIn(t, r))
	w.submit(w.ann, w.modal(w.ann, "Not helpful?"), map[string]string{"words": "I meant something else"})
	w.told(w.ann, "I've noted it")
	w.Edit(q, "How do I become a TPM?")
	w.now(r, "There are three steps.")
	w.settled()
	gaps, err := w.memory.OpenGaps(w.ctx, time.Now().Add(-time.Hour), 10)
	w.must(err)
	if len(gaps) != 0 {
		t.Errorf("voted down: %+v", gaps)
	}
}
